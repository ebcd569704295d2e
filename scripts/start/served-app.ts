import { createServer as createSocketServer } from "node:net";
import type { ServedApp } from "~/platform/web-server";
import { buildApp, clientFolder, loadBuild } from "./build";

/** The app to serve, and what ends with it: the build, or Vite on the sources. */
export async function openApp(
  { dev }: { dev: boolean },
  signal: AbortSignal,
): Promise<{ app: ServedApp; close: () => Promise<void> }> {
  if (dev) return openVite();
  await buildApp(signal);
  return { app: { build: await loadBuild(), clientFolder }, close: async () => undefined };
}

async function openVite(): Promise<{ app: ServedApp; close: () => Promise<void> }> {
  const { createServer } = await import("vite");
  const ownListeners = process.listeners("SIGTERM");
  const viteDevServer = await createServer({
    configFile: "remix.config.js",
    // A port of its own for news of edits: two of these may run at once.
    server: { middlewareMode: true, hmr: { port: await freePort() } },
  });
  // Remix's plugin starts a second Vite, which would end the process before the database is down.
  for (const listener of process.listeners("SIGTERM")) {
    if (!ownListeners.includes(listener)) process.off("SIGTERM", listener);
  }
  return { app: { viteDevServer }, close: () => viteDevServer.close() };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createSocketServer();
    server.once("error", reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
