import { gzipSync } from "node:zlib";
import pg from "pg";
import { timeAtWork } from "../busy-time";

/** What a page took when the limits were set, by which they are told: see `openYardstick`. */
export const yardstickMs = 29;

type Yardstick = {
  /** Carries the work out once. */
  work: () => Promise<void>;
  /** Milliseconds that this program and its backend have been at work so far; null: can't be told. */
  busy: () => Promise<number | null>;
  close: () => Promise<void>;
};

/**
 * What pages are measured by. The limits are multiples of what the page of one's own training took
 * when they were set, 29 ms of processor time on the machine where it was noted, when that was
 * quiet. The page has become quicker since, and other machines are other machines. So this is a
 * fixed piece of work of a page's kinds: statements of the database, rows made into HTML, and that
 * packed. It needs nothing but Node and PostgreSQL, and so nothing that is changed in the app or in
 * its packages changes it. `rounds` is chosen so that on that machine it takes those 29 ms: as much
 * as 3.2 times own training did there, which took 9 ms then, in one run.
 */
export async function openYardstick(databaseUrl: string): Promise<Yardstick> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  const pid = rows[0]?.pid ?? 0;
  return {
    async work() {
      for (let round = 0; round < rounds; round += 1) gzipSync(tableOf(await rowsOf(client)));
    },
    async busy() {
      try {
        const { user, system } = process.cpuUsage();
        return (user + system) / 1000 + (await timeAtWork(pid));
      } catch {
        return null;
      }
    },
    close: () => client.end(),
  };
}

const rounds = 36;

type Row = { n: number; name: string; day: string };

async function rowsOf(client: pg.Client): Promise<Row[]> {
  const { rows } = await client.query<Row>({
    name: "yardstick",
    text: `select n, md5(n::text) as name, (date '2020-01-01' + n)::text as day
      from generate_series(1, 300) n order by md5(n::text)`,
  });
  return rows;
}

function tableOf(rows: readonly Row[]): string {
  const body = rows.map(({ n, name, day }) =>
    element("tr", [name, day, String(n)].map((text) => element("td", escaped(text))).join("")),
  );
  return element("table", body.join(""));
}

function element(tag: string, content: string): string {
  return `<${tag} class="${tag}">${content}</${tag}>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
