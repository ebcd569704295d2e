import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSession } from "~/features/access/sessions.server";
import { startProgram } from "../../kept-databases/running-program";
import { backendsBusy } from "../busy-time";
import { findScene, type Scene } from "../scene";
import { watchDatabase } from "../watched-database";
import type { Address } from "./addresses";

export type ServedApp = {
  url: string;
  scene: Scene;
  /** Somebody's session, as the cookie of their browser. */
  cookieOf: (role: Address["role"]) => string;
  /** Opens a page: the bytes of its HTML, packed. Throws where it doesn't answer with a page. */
  open: (address: Address) => Promise<number>;
  /** Milliseconds that the server and its database have been at work so far; null: can't be told. */
  busy: () => Promise<number | null>;
  close: () => Promise<void>;
};

/** Kaskad as `npm start` serves it, on a database of its own. */
export async function serveApp(databaseUrl: string): Promise<ServedApp> {
  process.env.DATABASE_URL = databaseUrl;
  const watched = watchDatabase(databaseUrl);
  const scene = await findScene(watched.db);
  const roles = ["manager", "employee", "projectManager", "administrator", "funder"] as const;
  const cookies = new Map<string, string>();
  for (const role of roles) {
    cookies.set(role, `kaskad_session=${await openSession(watched.db, scene[role].accountId)}`);
  }
  const dataDir = await mkdtemp(join(tmpdir(), "kaskad-bench-"));
  const program = await startProgram(dataDir);
  const cookieOf = (role: Address["role"]) => cookies.get(role) ?? "";
  return {
    url: program.url,
    scene,
    cookieOf,
    open: ({ name, role, path }) =>
      packedSize(new URL(path(scene), program.url), cookieOf(role), name),
    busy: () => busyOf(program.pid, () => backendsBusy(watched.db)),
    async close() {
      await program.stop();
      await watched.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function packedSize(url: URL, cookie: string, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, "accept-encoding": "gzip", "accept-language": "sv" };
    get(url, { headers }, (response) => {
      let size = 0;
      response.on("data", (chunk: Buffer) => (size += chunk.length));
      response.once("error", reject);
      response.once("end", () => {
        if (response.statusCode === 200) resolve(size);
        else reject(new Error(`${name}: ${url.pathname} answered ${response.statusCode}`));
      });
    }).once("error", reject);
  });
}

async function busyOf(pid: number, database: () => Promise<number>): Promise<number | null> {
  try {
    const threads = await readdir(`/proc/${pid}/task`);
    const times = await Promise.all(
      threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/schedstat`, "utf8")),
    );
    const server = times.reduce((sum, line) => sum + Number(line.split(" ")[0]) / 1e6, 0);
    return server + (await database());
  } catch {
    return null;
  }
}
