import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import { failureLine } from "../failure-line";
import type { ServerLog } from "./server-log";

const MAX_URL_LENGTH = 8000;
// The router takes a millisecond for every part of a path. No page has a tenth of these; the many
// parts in a query are those of the links on a page, whose code the browser asks for beforehand.
const MAX_PATH_PARTS = 60;
const MAX_QUERY_PARTS = 600;
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

// Said before anybody's language is known, so in both.
const sentences: Record<number, { sv: string; en: string }> = {
  400: {
    sv: "Adressen går inte att läsa.",
    en: "The address can't be read.",
  },
  403: {
    sv: "Formuläret skickades från en annan webbplats och togs inte emot.",
    en: "The form was sent from another site and was not accepted.",
  },
  404: { sv: "Filen finns inte.", en: "There is no such file." },
  405: { sv: "Det sättet att fråga används inte här.", en: "That method is not used here." },
  413: { sv: "Det som skickades är för stort.", en: "What was sent is too large." },
  414: { sv: "Adressen är för lång.", en: "The address is too long." },
  500: { sv: "Något gick fel.", en: "Something went wrong." },
};

/** Answers a request that doesn't reach the app with a small page in both languages. */
export function refuse(response: Response, status: number): void {
  const { sv, en } = sentences[status] ?? { sv: "Något gick fel.", en: "Something went wrong." };
  const id = String(response.getHeader("x-request-id"));
  whenAllIsSent(response, () =>
    response
      .status(status)
      .type("html")
      .set("cache-control", "no-store")
      .send(
        `<!doctype html><html lang="sv"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status} – Kaskad</title><h1>${status}</h1><p>${sv}</p><p lang="en">${en}</p><p><a href="/">Kaskad</a></p><p><small>${id}</small></p></html>`,
      ),
  );
}

/**
 * A browser looks at no answer before it has sent its whole body, so what is left of that is read
 * and thrown away first. The server's limit on a request's time ends it.
 */
function whenAllIsSent({ req }: Response, answer: () => void): void {
  if (req.complete || req.destroyed) return answer();
  req.once("end", answer);
  req.resume();
}

/**
 * Keeps out what no page of the app could make sense of. `maxBodyBytes` is far above what any form
 * may weigh: what is too large for a form is the app's to refuse, in the person's language.
 */
export function refuseMalformed({ maxBodyBytes }: { maxBodyBytes: number }): RequestHandler {
  return (request, response, next) => {
    const status = faultOf(request, maxBodyBytes);
    if (status) refuse(response, status);
    else next();
  };
}

/** The last stop of every error: the log gets it, the client gets its number. */
export function answerErrors(log: ServerLog): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error: unknown, request, response, _next) => {
    const status = statusOf(error);
    const requestId = String(response.getHeader("x-request-id"));
    if (status >= 500 && !request.socket.destroyed) {
      log.error(failureLine(error, { ...addressOf(request), requestId }), "A request failed");
    }
    if (response.headersSent) request.socket.destroy();
    else refuse(response, status);
  };
}

function addressOf({ originalUrl, headers }: Request) {
  const path = String(headers["x-logged-path"]);
  return { address: originalUrl, referer: headers.referer, path };
}

function faultOf(request: Request, maxBodyBytes: number): number | null {
  if (!METHODS.includes(request.method)) return 405;
  if (request.originalUrl.length > MAX_URL_LENGTH || isTooDeep(request)) return 414;
  if (Number(request.headers["content-length"] ?? 0) > maxBodyBytes) return 413;
  return isReadable(request) ? null : 400;
}

function isTooDeep({ originalUrl }: Request): boolean {
  const [path = "", query = ""] = originalUrl.split("?", 2);
  return partsOf(path) > MAX_PATH_PARTS || partsOf(query) > MAX_QUERY_PARTS;
}

function partsOf(text: string): number {
  return text.split(/\/|%2f/i).length;
}

function isReadable({ originalUrl, headers }: Request): boolean {
  if (!originalUrl.startsWith("/")) return false;
  const path = originalUrl.split("?")[0] ?? "";
  try {
    // PostgreSQL has no text with a zero character in it.
    if (decodeURIComponent(path).includes("\0") || originalUrl.includes("%00")) return false;
    return new URL(originalUrl, `http://${headers.host ?? ""}`).host !== "";
  } catch {
    return false;
  }
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && "status" in error ? Number(error.status) : 500;
  return sentences[status] ? status : 500;
}
