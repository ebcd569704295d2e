import pino from "pino";
import { failureLine, loggedError } from "./failure-line";
import { loggedPath, requestId } from "./http.server";
import { logWriter } from "./log-writer";
import { toStandardError } from "./standard-error";

const file = process.env.KASKAD_LOG_FILE;

/**
 * The technical log: JSON lines in `KASKAD_LOG_FILE`, else on standard error. It never holds
 * names, form contents or secrets; who changed what is the audit trail's matter. What concerns a
 * request is written by `logFailure`, which knows what of its address is secret.
 */
export const log = pino(
  {
    level: process.env.KASKAD_LOG_LEVEL ?? "info",
    base: null,
    serializers: { err: (error: unknown) => (error instanceof Error ? loggedError(error) : error) },
  },
  file ? logWriter(file) : { write: toStandardError },
);

/** Writes down, once, what nobody expected of a request that somebody still waits for. */
export function logFailure(error: unknown, request: Request, message = "A request failed"): void {
  if (request.signal.aborted) return;
  const line = failureLine(error, {
    address: request.url,
    referer: request.headers.get("referer"),
    path: loggedPath(request),
    requestId: requestId(request),
  });
  log.error(line, message);
}
