// A program with a log, and with a server that logs every request: `node log-program.ts REQUESTS`.
import { startWebServer } from "~/platform/web-server";
import { log } from "~/platform/log.server";

const server = await startWebServer({
  host: "127.0.0.1",
  port: 0,
  databaseUrl: "postgresql://kaskad@127.0.0.1:1/kaskad",
  // Only a file is asked for, and nothing of the app.
  app: { build: { routes: {}, assets: {} } as never, clientFolder: import.meta.dirname },
  log,
});
const statuses: number[] = [];
for (let asked = 0; asked < Number(process.argv[2]); asked++) {
  const response = await fetch(`${server.url}/log-program.ts`);
  await response.text();
  statuses.push(response.status);
}
await server.stop();
console.log(JSON.stringify(statuses));
log.error({ err: new Error("the last line") }, "The end");
process.exit(0);
