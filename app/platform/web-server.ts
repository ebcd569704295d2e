// The HTTP server in front of Remix: what concerns every request alike, before any route is known.
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express } from "express";
import type { ViteDevServer } from "vite";
import { logRequests } from "./web-server/access-log";
import { type Health, healthAddresses, healthChecks } from "./web-server/health";
import { addressOf, closeServer, listen } from "./web-server/http-server";
import { answerErrors, refuseMalformed } from "./web-server/refusal";
import { addressesOf, addressTree, type AddressTree } from "./web-server/logged-path";
import { identifyRequest, nameAddress } from "./web-server/request-identity";
import { refuseCrossSite } from "./web-server/same-origin";
import { securityHeaders } from "./web-server/security-headers";
import type { ServerLog } from "./web-server/server-log";
import { fileAddresses, staticFiles } from "./web-server/static-files";

export { ListenError } from "./web-server/http-server";

const GRACE_MS = 10_000;
const MAX_BODY_BYTES = 1024 ** 3;

/** The server's side of a build, as Remix's compiler writes it. */
export type AppBuild = ServerBuild;

/** The app: built, with the folder of its files for the browser, or served by Vite as it is edited. */
export type ServedApp =
  { build: ServerBuild; clientFolder: string } | { viteDevServer: ViteDevServer };

export type WebServer = {
  /** Where it is reached from this machine, with the real port. */
  url: string;
  port: number;
  /**
   * Takes no new requests and resolves when those under way are done. They are cut off after 10
   * seconds, or when `hurry` says so.
   */
  stop: (hurry?: AbortSignal) => Promise<void>;
};

/**
 * Serves the app. `trustProxy` is Express's setting of that name: how many proxies stand in front
 * of the server, or their addresses. `https` says that browsers reach them over https only.
 * `maxBodyBytes` is what no request may say that it sends more than: 1 GB unless told.
 * Throws ListenError where it cannot listen at the host and port.
 */
export async function startWebServer(options: {
  host: string;
  port: number;
  app: ServedApp;
  databaseUrl: string;
  log: ServerLog;
  trustProxy?: number | string;
  https?: boolean;
  maxBodyBytes?: number;
}): Promise<WebServer> {
  const health = healthChecks(options.databaseUrl);
  try {
    const server = await listen(makeExpressApp({ ...options, health }), options);
    const url = addressOf(server, options.host);
    return {
      url,
      port: Number(new URL(url).port || 80),
      async stop(hurry) {
        health.startStopping();
        const cutOff = AbortSignal.any([AbortSignal.timeout(GRACE_MS), ...(hurry ? [hurry] : [])]);
        await closeServer(server, cutOff);
        await health.close();
      },
    };
  } catch (error) {
    await health.close();
    throw error;
  }
}

function makeExpressApp(options: {
  app: ServedApp;
  health: Health;
  log: ServerLog;
  trustProxy?: number | string;
  https?: boolean;
  maxBodyBytes?: number;
}): Express {
  const { app, log, https = false, maxBodyBytes = MAX_BODY_BYTES } = options;
  const server = express();
  server.disable("x-powered-by");
  server.set("trust proxy", options.trustProxy ?? false);
  server.use(identifyRequest("build" in app ? app.build.assets : {}));
  server.use(nameAddress(addressesIn(app)));
  server.use(logRequests(log));
  server.use(securityHeaders({ https, development: "viteDevServer" in app }));
  server.use(options.health.router);
  server.use(refuseMalformed({ maxBodyBytes }));
  server.use(refuseCrossSite());
  server.use(compression());
  if ("viteDevServer" in app) {
    const { viteDevServer } = app;
    server.use(viteDevServer.middlewares);
    server.use(
      createRequestHandler({ build: () => loadBuild(viteDevServer), mode: "development" }),
    );
  } else {
    server.use(staticFiles(app.clientFolder));
    server.use(createRequestHandler({ build: app.build, mode: "production" }));
  }
  server.use(answerErrors(log));
  return server;
}

/** What the log may name: the app's own addresses, and Remix's for what a page may lead to. */
function addressesIn(app: ServedApp): () => Promise<AddressTree> {
  const own = [...healthAddresses, "__manifest"];
  if ("build" in app) {
    const files = fileAddresses(app.clientFolder);
    const tree = addressTree([...own, ...files, ...addressesOf(app.build)]);
    return async () => tree;
  }
  // While the sources can't be read there are no addresses.
  return async () => {
    const build = await loadBuild(app.viteDevServer).catch(() => ({ routes: {} }));
    return addressTree([...own, ...addressesOf(build)]);
  };
}

async function loadBuild(viteDevServer: ViteDevServer): Promise<ServerBuild> {
  // The module that Remix's Vite plugin makes up has exactly this shape.
  return (await viteDevServer.ssrLoadModule("virtual:remix/server-build")) as ServerBuild;
}
