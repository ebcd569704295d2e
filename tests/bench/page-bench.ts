import type { Database } from "~/platform/db.server";
import { busyTime } from "./busy-time";
import { plansOf } from "./plans";
import { ordinaryPages, widePages, type BenchPage } from "./pages";
import { findScene, type Scene } from "./scene";
import { median, timed } from "./timing";
import { watchDatabase, type WatchedDatabase } from "./watched-database";

export type MeasuredPage = { page: string; sizes: MeasuredSize[] };

export type MeasuredSize = {
  name: string;
  statements: number;
  /** Blocks of 8 kB that the database looked at: the same on any machine, however busy. */
  blocks: number;
  /** The median of the rounds, from asking to having the answer. */
  ms: number;
  /** See `busyTime`. */
  busyMs: number | null;
};

type Side = WatchedDatabase & { name: string; url: string; scene: Scene };

type Times = { wall: number[]; busy: number[] };

const rounds = 9;

/** Every page in every database. The databases take turns, so that all meet the same weather. */
export async function benchPages(
  databases: { name: string; url: string }[],
  only: string,
): Promise<{ ordinary: MeasuredPage[]; wide: MeasuredPage[] }> {
  const sides = await Promise.all(databases.map(openSide));
  const measureAll = async (pages: BenchPage[]) => {
    const measured: MeasuredPage[] = [];
    for (const page of pages.filter(({ name }) => name.includes(only))) {
      measured.push(await measurePage(page, sides));
    }
    return measured;
  };
  const measured = {
    ordinary: await measureAll(ordinaryPages),
    wide: await measureAll(widePages),
  };
  for (const side of sides) await side.close();
  return measured;
}

async function openSide({ name, url }: { name: string; url: string }): Promise<Side> {
  // What reads the settings is content with any of the addresses.
  process.env.DATABASE_URL = url;
  const watched = watchDatabase(url);
  return { ...watched, name, url, scene: await findScene(watched.db) };
}

async function measurePage(page: BenchPage, sides: Side[]): Promise<MeasuredPage> {
  const counted = [];
  for (const { name, url, scene, statementsOf } of sides) {
    await page.show(scene);
    const statements = await statementsOf(() => page.show(scene));
    const plans = await plansOf(url, statements);
    const blocks = plans.reduce((sum, plan) => sum + plan.blocks, 0);
    counted.push({ name, statements: statements.length, blocks });
  }
  const times = sides.map((): Times => ({ wall: [], busy: [] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { db, scene }] of sides.entries()) {
      const { wall, busy } = await measureOnce(db, () => page.show(scene));
      times[index]?.wall.push(wall);
      if (busy !== null) times[index]?.busy.push(busy);
    }
  }
  return {
    page: page.name,
    sizes: counted.map((each, index) => {
      const { wall, busy } = times[index] ?? { wall: [], busy: [] };
      return { ...each, ms: median(wall), busyMs: busy.length > 0 ? median(busy) : null };
    }),
  };
}

async function measureOnce(db: Database, work: () => Promise<unknown>) {
  const first = await busyTime(db);
  const before = await busyTime(db);
  const wall = await timed(work);
  const after = await busyTime(db);
  if (first === null || before === null || after === null) return { wall, busy: null };
  // Looking at the clock is work too: as much as it took from the first look to the second.
  return { wall, busy: Math.max(0, after - before - (before - first)) };
}
