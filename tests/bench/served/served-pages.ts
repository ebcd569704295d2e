import { printTable } from "../table";
import { ordinaryAddresses, ownTraining, wideAddresses, type Address } from "./addresses";
import type { ServedApp } from "./served-app";

export type Side = { name: string; app: ServedApp };

/** What a page may take: of the own training's, and of its own where there are fewer people. */
export const limits = { timesOwnTraining: 2, growth: 1.5 };

/** On a quiet machine and before anything was done about it: what the limit was set by. */
const ownTrainingOnceMs = 29;

const rounds = 7;
/** How often each page is opened first: until the database has planned its statements for good. */
const warmings = 8;

type Measured = { address: Address; ms: number[]; kB: number };

/** Opens pages over HTTP, in authorities of several sizes, and prints what each costs. */
export async function benchServedPages(sides: Side[], only: string): Promise<void> {
  const chosen = (addresses: Address[]) => addresses.filter(({ name }) => name.includes(only));
  const [ordinary, wide] = [chosen(ordinaryAddresses), chosen(wideAddresses)];
  // The server and its database get quicker with every page that they have seen, whichever it is.
  for (const address of [...ordinary, ...wide]) await warm(address, sides);
  const before = await measure(ownTraining, sides);
  const measured = { ordinary: await all(ordinary, sides), wide: await all(wide, sides) };
  const after = await measure(ownTraining, sides);
  const ms = after.ms.map((each, side) => Math.min(each, before.ms[side] ?? each));
  const reference = { ...after, ms };
  console.log(
    `\nPages over HTTP: processor time of server and database a request, the least of ${rounds}. ` +
      `Own training takes ${reference.ms.map((ms) => ms.toFixed(0)).join(", ")} ms ` +
      `(${ownTrainingOnceMs} ms when the limits were set).`,
  );
  printAll("of one unit, person, project", measured.ordinary, { sides, reference });
  printAll("of the whole authority", measured.wide, { sides, reference });
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
      const [first, before] = [await app.busy(), await app.busy()];
      bytes = await app.open(address);
      const after = await app.busy();
      if (first === null || before === null || after === null) continue;
      // Looking at the clock is work, too: as much as it took from the first look to the second.
      const cost = after - before - (before - first);
      // Less than nothing is a look that met other work.
      if (cost > 0) least[index] = Math.min(least[index] ?? Infinity, cost);
    }
  }
  return { address, ms: least, kB: bytes / 1000 };
}

function printAll(
  title: string,
  rows: Measured[],
  { sides, reference }: { sides: Side[]; reference: Measured },
): void {
  if (rows.length === 0) return;
  // The limit is for ten thousand people.
  const middle = Math.min(1, sides.length - 1);
  const own = reference.ms[middle] ?? NaN;
  printTable(
    [
      title,
      ...sides.map(({ name }) => `ms, ${name}`),
      `× own training`,
      `÷ limit ${limits.timesOwnTraining}`,
      `${sides.at(-1)?.name} ÷ ${sides[0]?.name}`,
      `÷ limit ${limits.growth}`,
      "HTML, kB",
      "÷ limit",
    ],
    rows.map(({ address, ms, kB }) => {
      const times = (ms[middle] ?? NaN) / own;
      const growth = (ms.at(-1) ?? NaN) / (ms[0] ?? NaN);
      return [
        address.name,
        ...ms.map((each) => each.toFixed(0)),
        times.toFixed(2),
        (times / limits.timesOwnTraining).toFixed(2),
        growth.toFixed(2),
        (growth / limits.growth).toFixed(2),
        kB.toFixed(1),
        address.limitKb === undefined ? "" : (kB / address.limitKb).toFixed(2),
      ];
    }),
  );
}
