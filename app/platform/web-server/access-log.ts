import type { RequestHandler } from "express";
import type { ServerLog } from "./server-log";

/** Logs one line a request, when it is over. Health checks only at the level `debug`. */
export function logRequests(log: ServerLog): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    const path = String(request.headers["x-logged-path"]);
    response.once("close", () => {
      const line = {
        method: request.method,
        path,
        status: response.statusCode,
        ms: Math.round(performance.now() - started),
        requestId: response.getHeader("x-request-id"),
        ...(!response.writableFinished && { aborted: true }),
      };
      if (path.startsWith("/health/")) log.debug(line, "request");
      else log.info(line, "request");
    });
    next();
  };
}
