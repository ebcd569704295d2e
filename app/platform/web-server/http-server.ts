import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Why the server cannot listen, as one sentence for whoever starts it. */
export class ListenError extends Error {
  override name = "ListenError";
}

/** Listens at the host and port (0: a free one) with limits on how slowly a client may speak. */
export async function listen(
  app: RequestListener,
  { host, port }: { host: string; port: number },
): Promise<Server> {
  const server = createServer({ connectionsCheckingInterval: 5000 }, app);
  server.headersTimeout = 15_000;
  server.requestTimeout = 300_000;
  server.keepAliveTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(new ListenError(reasonOf(error, host, port))));
    server.listen(port, host, resolve);
  });
  return server;
}

/** The address to open in a browser on this machine. */
export function addressOf(server: Server, host: string): string {
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  const everywhere = ["127.0.0.1", "::1", "0.0.0.0", "::", "localhost"].includes(host);
  const name = host.includes(":") ? `[${host}]` : host;
  return `http://${everywhere ? "localhost" : name}:${port}`;
}

/** Takes no new requests and waits for those under way, which `cutOff` ends. */
export async function closeServer(server: Server, cutOff: AbortSignal): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection that has just answered its last request stays open, idle, unless told.
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const end = () => server.closeAllConnections();
  if (cutOff.aborted) end();
  cutOff.addEventListener("abort", end, { once: true });
  await closed;
  cutOff.removeEventListener("abort", end);
  clearInterval(idle);
}

function reasonOf(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === "EADDRINUSE")
    return `Port ${port} is in use already: choose another one with --port, or 0 for any free one.`;
  if (error.code === "EACCES")
    return `This user may not use port ${port}: choose one above 1023 with --port.`;
  return `Kaskad cannot listen at ${host}, port ${port} (${error.code ?? error.message}).`;
}
