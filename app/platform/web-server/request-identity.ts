import { randomBytes, randomUUID } from "node:crypto";
import type { Application, RequestHandler } from "express";
import { type AddressTree, loggedPath } from "./logged-path";

/**
 * Gives every request its id, the nonce of its page and the version of the app, if it has one, in
 * headers that the app reads. Whatever a client sent under these names is overwritten, and what
 * only a proxy may say is taken away where no proxy is trusted.
 */
export function identifyRequest({ version }: { version?: string }): RequestHandler {
  return (request, response, next) => {
    const id = randomUUID();
    request.headers["x-request-id"] = id;
    request.headers["x-csp-nonce"] = randomBytes(16).toString("base64");
    request.headers["x-app-version"] = version;
    response.setHeader("x-request-id", id);
    if (!trustsItsPeer(request.app, request.socket.remoteAddress)) {
      for (const name of Object.keys(request.headers)) {
        if (name === "forwarded" || name.startsWith("x-forwarded-")) delete request.headers[name];
      }
    }
    next();
  };
}

/**
 * Gives every request what the log may say of its address, in a header that the app reads.
 * `addresses` are those that the app has.
 */
export function nameAddress(addresses: () => Promise<AddressTree>): RequestHandler {
  return (request, _response, next) => {
    void addresses().then((tree) => {
      request.headers["x-logged-path"] = loggedPath(request.originalUrl, tree);
      next();
    }, next);
  };
}

function trustsItsPeer(app: Application, address: string | undefined): boolean {
  // Express compiles the `trust proxy` setting into this function.
  const trusts = app.get("trust proxy fn") as (address: string, hop: number) => boolean;
  return address !== undefined && trusts(address, 0);
}
