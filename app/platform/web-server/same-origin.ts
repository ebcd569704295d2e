// Cookies are SameSite=Lax, which browsers keep to for most cross-site posts; this check stops the
// rest, with an answer that says why.
import type { Request, RequestHandler } from "express";
import { refuse } from "./refusal";

const SAFE_METHODS = ["GET", "HEAD", "OPTIONS"];

/**
 * Refuses a request that changes something and comes from another site's page. A client that says
 * nothing of where it comes from is no browser, and passes.
 */
export function refuseCrossSite(): RequestHandler {
  return (request, response, next) => {
    if (SAFE_METHODS.includes(request.method) || isOwn(request)) next();
    else refuse(response, 403);
  };
}

function isOwn(request: Request): boolean {
  const site = request.get("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  const origin = request.get("origin");
  if (origin === undefined) return true;
  try {
    const from = new URL(origin);
    // The sender's protocol, so that a default port may be written out or left out.
    return from.host === new URL(`${from.protocol}//${ownHost(request)}`).host;
  } catch {
    // "null" (a sandboxed page, a file, a redirect from elsewhere) is no address.
    return false;
  }
}

// Only a trusted proxy's x-forwarded-host gets this far.
function ownHost(request: Request): string {
  const forwarded = request.get("x-forwarded-host")?.split(",")[0]?.trim();
  return forwarded ?? request.get("host") ?? "";
}
