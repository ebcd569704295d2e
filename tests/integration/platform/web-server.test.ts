import { EventEmitter, once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { ListenError, startWebServer, type WebServer } from "~/platform/web-server";

const secret = "q1W2e3R4t5Y6u7I8o9P0-_aSdFgHjKlZxCvBnM12345";
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

describe("what every request gets", () => {
  it("has an id, a nonce and the app's version, which no client can choose", async () => {
    const { url } = await serve();
    const sent = { "x-request-id": "mine", "x-csp-nonce": "mine", "x-app-version": "mine" };
    const response = await fetch(`${url}/echo`, { headers: sent });
    const { headers } = await readEcho(response);
    expect(response.headers.get("x-request-id")).toMatch(UUID);
    expect(headers["x-request-id"]).toBe(response.headers.get("x-request-id"));
    const policy = response.headers.get("content-security-policy");
    expect(policy).toContain(`script-src 'self' 'nonce-${headers["x-csp-nonce"]}';`);
    expect(headers["x-csp-nonce"]).not.toBe("mine");
    expect(headers["x-app-version"]).toBe("built today");
    const again = await readEcho(await fetch(`${url}/echo`));
    expect(again.headers["x-csp-nonce"]).not.toBe(headers["x-csp-nonce"]);
  });

  it("binds the browser, and says nothing of https where there is none", async () => {
    const { headers } = await fetch(`${(await serve()).url}/echo`);
    const policy = headers.get("content-security-policy");
    for (const rule of ["style-src 'self'", "object-src 'none'", "frame-ancestors 'none'"]) {
      expect(policy).toContain(rule);
    }
    expect(policy).not.toContain("unsafe");
    expect(policy).not.toContain("upgrade-insecure-requests");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.has("x-powered-by")).toBe(false);
    expect(headers.has("strict-transport-security")).toBe(false);
    const secure = await fetch(`${(await serve({ https: true })).url}/echo`);
    expect(secure.headers.get("strict-transport-security")).toBe("max-age=31536000");
  });

  it("believes a proxy's headers only where one is trusted", async () => {
    const forwarded = { "x-forwarded-host": "kaskad.test", "x-forwarded-proto": "https" };
    const plain = await fetch(`${(await serve()).url}/echo`, { headers: forwarded });
    expect((await readEcho(plain)).url).toMatch(/^http:\/\/localhost:/);
    const behind = await serve({ trustProxy: 1 });
    const proxied = await fetch(`${behind.url}/echo`, { headers: forwarded });
    expect((await readEcho(proxied)).url).toMatch(/^https:\/\/kaskad\.test/);
  });

  it("is logged in one line, without its query and without a link's secret", async () => {
    const { url, log } = await serve();
    await (await fetch(`${url}/echo?name=Bo`)).text();
    await (await fetch(`${url}/links/${secret}`)).text();
    await expect.poll(() => log.lines.length).toBe(2);
    expect(log.lines[0]).toMatchObject({ method: "GET", path: "/echo", status: 200 });
    expect(log.lines[1]).toMatchObject({ path: "/links/:token", status: 200 });
    expect(log.lines[0]?.requestId).toMatch(UUID);
  });

  it.each([
    ["asked for as data", "GET", `/links/${secret}.data`, 200],
    ["with a slash behind it", "GET", `/links/${secret}/`, 200],
    ["percent-encoded", "GET", `/links/%71${secret.slice(1)}`, 200],
    ["that the app fails at", "GET", `/fails/${secret}?from=${secret}`, 500],
    ["that the app fails at as data", "GET", `/fails/${secret}.data?from=${secret}`, 500],
    ["that the app has no page for", "GET", `/lnks/${secret}`, 500],
    ["in a query", "GET", `/echo?returnTo=%2Flinks%2F${secret}`, 200],
    ["in a method that isn't used", "TRACE", `/links/${secret}`, 405],
    ["sent from elsewhere", "POST", `/links/${secret}`, 403],
    ["in an address that can't be read", "GET", `/links/${secret}%`, 400],
    ["in an endless address", "GET", `/links/${secret.repeat(250)}`, 414],
    ["in a file that is none", "GET", `/assets/${secret}.js`, 404],
    ["on another host", "GET", `http://evil.test/links/${secret}`, 400],
  ])("a link's secret stays out of the log: %s", async (_what, method, address, status) => {
    const { port, log } = await serve();
    const headers = `Origin: ${status === 403 ? "http://evil.test" : `http://localhost:${port}`}`;
    const referer = `Referer: http://localhost:${port}/links/${secret}`;
    const text = await sendRaw(port, `${method} ${address} HTTP/1.1\r\n${headers}\r\n${referer}`);
    expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    await expect.poll(() => log.lines.length).toBeGreaterThan(0);
    expect(log.lines).toContainEqual(expect.objectContaining({ method, status }));
    expect(JSON.stringify(log.lines)).not.toContain(secret.slice(1, 20));
  });

  it("an error that no page tells of is logged without the address that it quotes", async () => {
    const { port, log } = await serve({ trustProxy: 1 });
    const lines = `GET /links/${secret} HTTP/1.1\r\nX-Forwarded-Host: no host`;
    expect(await sendRaw(port, lines)).toMatch(/^HTTP\/1.1 500 /);
    await expect.poll(() => log.lines.length).toBe(2);
    expect(log.lines).toContainEqual(
      expect.objectContaining({
        err: expect.objectContaining({ code: "ERR_INVALID_URL" }),
        path: "/links/:token",
      }),
    );
    expect(JSON.stringify(log.lines)).not.toContain(secret);
  });

  it("tells the app what may be logged of it, which no client can choose", async () => {
    const { url } = await serve();
    const sent = { headers: { "x-logged-path": `/links/${secret}` } };
    const { headers } = await readEcho(await fetch(`${url}/links/${secret}`, sent));
    expect(headers["x-logged-path"]).toBe("/links/:token");
  });
});

describe("a form sent from elsewhere", () => {
  const cases: [string, Record<string, string>, number][] = [
    ["another site's page", { origin: "https://evil.test" }, 403],
    ["a page without an address", { origin: "null" }, 403],
    ["another port of this host", { origin: "http://localhost:1" }, 403],
    ["a browser that says so", { "sec-fetch-site": "cross-site" }, 403],
    ["a neighbouring host, says the browser", { "sec-fetch-site": "same-site" }, 403],
    ["the app itself, says the browser", { "sec-fetch-site": "same-origin" }, 200],
    ["a client that is no browser", {}, 200],
  ];
  it.each(cases)("from %s", async (_from, headers, status) => {
    const { url } = await serve();
    const response = await fetch(`${url}/echo`, { method: "POST", headers, body: "a=1" });
    expect(response.status).toBe(status);
    if (status === 403) expect(await response.text()).toContain("sent from another site");
  });

  it("passes with the app's own address, also behind a trusted proxy", async () => {
    const { url } = await serve();
    const own = await fetch(`${url}/echo`, { method: "POST", headers: { origin: url } });
    expect(own.status).toBe(200);
    const behind = await serve({ trustProxy: 1 });
    const headers = { origin: "https://kaskad.test", "x-forwarded-host": "kaskad.test:443" };
    const proxied = await fetch(`${behind.url}/echo`, { method: "POST", headers });
    expect(proxied.status).toBe(200);
    const unproxied = await fetch(`${url}/echo`, { method: "POST", headers });
    expect(unproxied.status).toBe(403);
  });

  it("may ask for a page", async () => {
    const { url } = await serve();
    const response = await fetch(`${url}/echo`, { headers: { "sec-fetch-site": "cross-site" } });
    expect(response.status).toBe(200);
  });
});

describe("what makes no sense", () => {
  it.each([
    ["a path that decodes to nothing", "GET /% HTTP/1.1", 400],
    ["a zero character in the path", "GET /echo%00 HTTP/1.1", 400],
    ["a zero character in the query", "GET /echo?a=%00 HTTP/1.1", 400],
    ["an address on another host", "GET http://evil.test/ HTTP/1.1", 400],
    ["an address of 9000 letters", `GET /${"a".repeat(9000)} HTTP/1.1`, 414],
    ["a path of 100 parts", `GET /${"a/".repeat(100)} HTTP/1.1`, 414],
    ["a query of 2000 parts", `GET /echo?p=${"%2Fa".repeat(1500)} HTTP/1.1`, 414],
    ["a strange method", "TRACE /echo HTTP/1.1", 405],
    ["a host that is none", "GET /echo HTTP/1.1\r\nHost: a b", 400],
    ["an asset of another build", "GET /assets/none.js HTTP/1.1", 404],
    ["an error in the app", "GET /throw HTTP/1.1", 500],
  ])("%s is answered without a stack", async (_what, lines, status) => {
    const { port } = await serve();
    const text = await sendRaw(port, lines);
    expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(text).not.toMatch(/\.(ts|js|mjs):\d+|node_modules/);
  });
});

it("a body of 60 MB is the app's to refuse", async () => {
  const { url } = await serve();
  const body = new Uint8Array(60_000_000);
  expect((await fetch(`${url}/echo`, { method: "POST", body })).status).toBe(200);
});

it.each([50, 200])("a body of %d MB is taken to its end, and refused", async (megabytes) => {
  const { url } = await serve({ maxBodyBytes: 40_000_000 });
  const body = new Uint8Array(megabytes * 1_000_000);
  const response = await fetch(`${url}/echo`, { method: "POST", body });
  expect(response.status).toBe(413);
  expect(await response.text()).toContain("What was sent is too large.");
});

describe("files", () => {
  it("with a hash in their name are kept for a year, others for an hour", async () => {
    const { url } = await serve();
    const asset = await fetch(`${url}/assets/app-1a2b.js`);
    expect(asset.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const icon = await fetch(`${url}/icon.svg`);
    expect(icon.headers.get("cache-control")).toBe("public, max-age=3600");
  });
});

describe("health", () => {
  it("is live and ready with a database, live alone without one", async () => {
    const { url } = await serve();
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    const lost = await serve({ databaseUrl: "postgresql://kaskad@127.0.0.1:1/kaskad" });
    expect((await fetch(`${lost.url}/health/live`)).status).toBe(200);
    expect((await fetch(`${lost.url}/health/ready`)).status).toBe(503);
  });
});

describe("starting and stopping", () => {
  it("says in one sentence that a port is in use", async () => {
    const { port } = await serve();
    const second = serve({ port });
    await expect(second).rejects.toThrow(ListenError);
    await expect(second).rejects.toThrow(`Port ${port} is in use already`);
  });

  it("finishes the requests under way and takes no new ones", async () => {
    const server = await serve();
    const order: string[] = [];
    const arrived = once(arrivals, "slow");
    const done = once(arrivals, "done").then(() => order.push("done"));
    const slow = fetch(`${server.url}/slow`);
    await arrived;
    const stopped = server.stop().then(() => order.push("stopped"));
    await expect(fetch(`${server.url}/echo`)).rejects.toThrow();
    await Promise.all([done, stopped]);
    expect(order).toEqual(["done", "stopped"]);
    expect(await (await slow).text()).toBe("slow, but whole");
  });

  it("cuts them off when it is told to hurry", async () => {
    const server = await serve();
    const arrived = once(arrivals, "slow");
    const slow = fetch(`${server.url}/slow`);
    await arrived;
    const started = performance.now();
    await Promise.all([expect(slow).rejects.toThrow(), server.stop(AbortSignal.timeout(50))]);
    expect(performance.now() - started).toBeLessThan(400);
  });
});

type LogLine = {
  method?: string;
  path?: string;
  requestId?: string;
  status?: number;
  err?: unknown;
};
type Served = WebServer & { log: { lines: LogLine[] } };

async function serve(options: Partial<Parameters<typeof startWebServer>[0]> = {}): Promise<Served> {
  const clientFolder = mkdtempSync(join(tmpdir(), "kaskad-client-"));
  mkdirSync(join(clientFolder, "assets"));
  writeFileSync(join(clientFolder, "assets", "app-1a2b.js"), "");
  writeFileSync(join(clientFolder, "icon.svg"), "");
  const lines: LogLine[] = [];
  const ignore = () => undefined;
  const keep = (line: LogLine) => void lines.push(line);
  const server = await startWebServer({
    host: "127.0.0.1",
    port: 0,
    databaseUrl: inject("testServer").url,
    app: { build: smallBuild(), clientFolder },
    log: { info: keep, debug: ignore, error: keep },
    ...options,
  });
  onTestFinished(async () => {
    await server.stop(AbortSignal.abort());
    rmSync(clientFolder, { recursive: true });
  });
  return { ...server, log: { lines } };
}

/** Tells of slow requests: that they have reached the app, and that it is done with them. */
const arrivals = new EventEmitter();

/** An app of a few addresses without pages, in the shape that Remix's compiler makes. */
function smallBuild(): ServerBuild {
  const echo = async ({ request }: LoaderFunctionArgs) => {
    await request.text();
    return Response.json({ url: request.url, headers: Object.fromEntries(request.headers) });
  };
  const slow = async () => {
    arrivals.emit("slow");
    await sleep(500);
    arrivals.emit("done");
    return new Response("slow, but whole");
  };
  const failAt = ({ request }: LoaderFunctionArgs) => {
    throw new Error(`No loader for ${request.url}`);
  };
  const fail = () => Promise.reject(new Error("A loader failed"));
  const modules = {
    echo: { loader: echo, action: echo },
    "links/:token": { loader: echo, action: echo },
    "fails/:token": { loader: failAt },
    slow: { loader: slow },
    throw: { loader: fail },
  };
  const routes = Object.entries(modules).map(([id, module]) => [
    id,
    { id, parentId: undefined, path: id, module },
  ]);
  const build = {
    entry: {
      module: {
        default: () => new Response("Not found", { status: 404 }),
        handleError: () => undefined,
      },
    },
    routes: Object.fromEntries(routes),
    assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "built today" },
    publicPath: "/",
    assetsBuildDirectory: "",
    future: {},
    isSpaMode: false,
  };
  // Only the parts that a build without pages is asked for.
  return build as unknown as ServerBuild;
}

type Echo = { url: string; headers: Record<string, string> };

async function readEcho(response: Response): Promise<Echo> {
  expect(response.status).toBe(200);
  // The echo route of the build above answers in this shape.
  return (await response.json()) as Echo;
}

function sendRaw(port: number, lines: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let text = "";
    socket.on("data", (chunk) => (text += chunk.toString()));
    socket.on("end", () => resolve(text));
    socket.on("error", reject);
    const host = lines.includes("\r\nHost:") ? "" : `Host: localhost:${port}\r\n`;
    socket.write(`${lines}\r\n${host}Connection: close\r\n\r\n`);
  });
}
