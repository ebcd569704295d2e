import pino from "pino";
import { requestId } from "./http.server";

const file = process.env.KASKAD_LOG_FILE;

/**
 * The technical log: JSON lines in `KASKAD_LOG_FILE`, else on standard error. It never holds
 * names, form contents or secrets; who changed what is the audit trail's matter.
 */
export const log = pino(
  { level: process.env.KASKAD_LOG_LEVEL ?? "info", base: null },
  pino.destination({ dest: file ?? 2, sync: file === undefined, mkdir: true }),
);

/** Writes down, once, what nobody expected of a request that somebody still waits for. */
export function logFailure(error: unknown, request: Request): void {
  if (request.signal.aborted) return;
  const path = new URL(request.url).pathname;
  log.error({ err: error, requestId: requestId(request), path }, "A request failed");
}
