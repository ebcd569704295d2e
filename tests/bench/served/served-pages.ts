import { printTable } from "../table";
import { ordinaryAddresses, wideAddresses, type Address } from "./addresses";
import type { ServedApp } from "./served-app";
import { openYardstick, yardstickMs } from "./yardstick";

export type Side = { name: string; url: string; app: ServedApp };

/** What a page may take: of the yardstick's, and of its own where there are fewer people. */
export const limits = { yardsticks: 2, growth: 1.5 };

const rounds = 7;
/** How often each page is opened first: until the database has planned its statements for good. */
const warmings = 8;

type Measured = { address: Address; ms: number[]; kB: number };

/** Something that is done, and how long the processors have been at such things so far. */
type Measurable = { work: () => Promise<unknown>; busy: () => Promise<number | null> };

/** Opens pages over HTTP, in authorities of several sizes, and prints what each costs. */
export async function benchServedPages(sides: Side[], only: string): Promise<void> {
  const chosen = (addresses: Address[]) => addresses.filter(({ name }) => name.includes(only));
  const [ordinary, wide] = [chosen(ordinaryAddresses), chosen(wideAddresses)];
  // The server and its database get quicker with every page that they have seen, whichever it is.
  for (const address of [...ordinary, ...wide]) await warm(address, sides);
  const before = await measureYardstick(sides);
  const measured = { ordinary: await all(ordinary, sides), wide: await all(wide, sides) };
  const yardstick = Math.min(before, await measureYardstick(sides));
  console.log(
    `\nPages over HTTP: processor time of server and database a request, the least of ${rounds}. ` +
      `The yardstick takes ${yardstick.toFixed(1)} ms ` +
      `(${yardstickMs} ms where the limits were set, on a quiet machine).`,
  );
  printAll("of one unit, person, project", measured.ordinary, { sides, yardstick });
  printAll("of the whole authority", measured.wide, { sides, yardstick });
}

/** In the run and in the way in which pages are measured. */
async function measureYardstick([side]: Side[]): Promise<number> {
  if (!side) return NaN;
  const yardstick = await openYardstick(side.url);
  for (let round = 0; round < warmings; round += 1) await yardstick.work();
  let least = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    least = Math.min(least, (await costOf(yardstick)) ?? Infinity);
  }
  await yardstick.close();
  return least;
}

async function all(addresses: Address[], sides: Side[]): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const address of addresses) measured.push(await measure(address, sides));
  return measured;
}

async function warm(address: Address, sides: Side[]): Promise<void> {
  for (const { app } of sides) {
    for (let opening = 0; opening < warmings; opening += 1) await app.open(address);
  }
}

/** The sides take turns, so that all meet the same weather. */
async function measure(address: Address, sides: Side[]): Promise<Measured> {
  const least = sides.map(() => Infinity);
  let bytes = 0;
  for (const { app } of sides) await app.open(address);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { app }] of sides.entries()) {
      const work = async () => {
        bytes = await app.open(address);
      };
      least[index] = Math.min(
        least[index] ?? Infinity,
        (await costOf({ work, busy: app.busy })) ?? Infinity,
      );
    }
  }
  return { address, ms: least, kB: bytes / 1000 };
}

/** The milliseconds of processor time that something takes once; null where they can't be told. */
async function costOf({ work, busy }: Measurable): Promise<number | null> {
  const [first, before] = [await busy(), await busy()];
  await work();
  const after = await busy();
  if (first === null || before === null || after === null) return null;
  // Looking at the clock is work, too: as much as it took from the first look to the second.
  const cost = after - before - (before - first);
  // Less than nothing is a look that met other work.
  return cost > 0 ? cost : null;
}

function printAll(
  title: string,
  rows: Measured[],
  { sides, yardstick }: { sides: Side[]; yardstick: number },
): void {
  if (rows.length === 0) return;
  // The limit is for ten thousand people.
  const middle = Math.min(1, sides.length - 1);
  printTable(
    [
      title,
      ...sides.map(({ name }) => `ms, ${name}`),
      `× yardstick`,
      `÷ limit ${limits.yardsticks}`,
      `${sides.at(-1)?.name} ÷ ${sides[0]?.name}`,
      `÷ limit ${limits.growth}`,
      "HTML, kB",
      "÷ limit",
    ],
    rows.map(({ address, ms, kB }) => {
      const times = (ms[middle] ?? NaN) / yardstick;
      const growth = (ms.at(-1) ?? NaN) / (ms[0] ?? NaN);
      return [
        address.name,
        ...ms.map((each) => each.toFixed(0)),
        times.toFixed(2),
        (times / limits.yardsticks).toFixed(2),
        growth.toFixed(2),
        (growth / limits.growth).toFixed(2),
        kB.toFixed(1),
        address.limitKb === undefined ? "" : (kB / address.limitKb).toFixed(2),
      ];
    }),
  );
}
