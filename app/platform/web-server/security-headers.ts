import type { IncomingMessage } from "node:http";
import type { RequestHandler } from "express";
import helmet from "helmet";

/**
 * The headers that bind the browser. `https` says that the app is reached over https only.
 * `development` lets Vite put style elements into the page and keep a socket open.
 */
export function securityHeaders(options: { https: boolean; development: boolean }): RequestHandler {
  const vite = { styles: ["'unsafe-inline'"], sockets: ["ws:"] };
  const { styles, sockets } = options.development ? vite : { styles: [], sockets: [] };
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", (request: IncomingMessage) => nonceSource(request)],
        styleSrc: ["'self'", ...styles],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...sockets],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
    },
    referrerPolicy: { policy: "same-origin" },
    frameguard: { action: "deny" },
    strictTransportSecurity: options.https && { maxAge: 31_536_000, includeSubDomains: false },
  });
  return (request, response, next) => {
    response.setHeader("permissions-policy", "camera=(), geolocation=(), microphone=()");
    headers(request, response, next);
  };
}

function nonceSource(request: IncomingMessage): string {
  return `'nonce-${String(request.headers["x-csp-nonce"])}'`;
}
