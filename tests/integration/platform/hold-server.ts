// A program that uses a data folder's server until it is killed: `node hold-server.ts FOLDER`.
import { useEmbeddedServer } from "~/platform/postgres/embedded";

const server = await useEmbeddedServer({ dataDir: process.argv[2] ?? "", durable: false });
const holder = await server.claim();
await server.announce("http://held.test");
console.log(JSON.stringify({ url: server.url, holder }));
setInterval(() => undefined, 60_000);
