// Holds the tests' PostgreSQL as long as the process that forked this one is there. A process of
// its own, because test runners leave no time for tidying up when they are interrupted.
import { fileURLToPath } from "node:url";
import { useEmbeddedServer } from "~/platform/postgres/embedded";

// Its files stay between runs, so that only the first one makes them.
const dataDir = fileURLToPath(new URL("../../node_modules/.cache/kaskad-test", import.meta.url));

const abandoned = new AbortController();
process.on("disconnect", () => abandoned.abort());
// Ctrl-C reaches the whole group: the end of the other process is what counts.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => undefined);

try {
  const server = await useEmbeddedServer({ dataDir, durable: false, signal: abandoned.signal });
  if (process.connected) process.send?.({ url: server.url });
  if (!abandoned.signal.aborted) {
    await new Promise((resolve) => abandoned.signal.addEventListener("abort", resolve));
  }
  await server.release();
} catch (error) {
  if (process.connected) process.send?.({ failure: String(error) });
  process.disconnect();
}
