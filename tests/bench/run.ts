// `npm run bench`: how long the pages take, in the demo and in a large authority.
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { todayInStockholm } from "~/platform/clock";
import { authoritySize } from "./authority/size";
import { benchCascadeFigures } from "./cascade-figures-bench";
import { benchPages, type MeasuredPage, type MeasuredSize } from "./page-bench";
import { printPlans } from "./plans";
import { withScratchDatabases } from "./scratch-databases";
import { benchSieReader } from "./sie-bench";
import { printTable } from "./table";
import { watchDatabase } from "./watched-database";

const HELP = `Usage: npm run bench -- [options]

Fills scratch databases with the demo and with invented authorities, opens every page by its one
query, and prints for each page and database
  ms      the median time from asking to having the answer
  busy    what of the processors' time that took, of this program and the database together:
          the figure to trust on a machine that is busy with other things (Linux only)
  blocks  how much the database looked at, in pieces of 8 kB: the same on every machine
and what busy, or ms where it isn't known, is of the limits. Nothing fails: read it.

  --quick          the large authority is a tenth of the size
  --only TEXT      the pages whose name contains the text, and nothing else
  --explain TEXT   how the large database carries out the statements of those pages
  --help           this text
`;

/** What a page may take in the large authority, and how much more there than in a smaller one. */
const limits = { ms: 100, growth: 3 };

await run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: "boolean", default: false },
      only: { type: "string" },
      explain: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const share = values.quick ? 0.1 : 1;
  if (values.explain !== undefined) return explain(values.explain, share);
  await pages({ only: values.only ?? "", share });
  if (values.only === undefined) {
    benchCascadeFigures(share);
    await benchSieReader(share);
  }
}

async function explain(name: string, share: number): Promise<void> {
  await withScratchDatabases(async ({ authority }) => {
    const large = watchDatabase(await authority(share));
    await printPlans(large, name);
    await large.close();
  });
}

async function pages({ only, share }: { only: string; share: number }): Promise<void> {
  await withScratchDatabases(async ({ demo, authority }) => {
    console.log("Filling the databases …");
    const sizes = [
      { name: "demo", url: await demo() },
      ...(share === 1 ? [{ name: "tenth", url: await authority(0.1) }] : []),
      { name: "large", url: await authority(share) },
    ];
    const size = authoritySize(share, todayInStockholm());
    console.log(
      `large: ${size.people} people in ${size.groups} groups, ${size.handOvers} hand-overs, ` +
        `${size.attestations} attestations, ${size.costs} costs. Load: ${load()}.`,
    );
    const { ordinary, wide } = await benchPages(sizes, only);
    printPages("One unit's or one project's", ordinary);
    printPages("The whole authority's, which have more to do where there is more", wide);
    console.log(`Load: ${load()}.`);
  });
}

function load(): string {
  return loadavg()
    .map((value) => value.toFixed(1))
    .join(" ");
}

function printPages(title: string, rows: MeasuredPage[]): void {
  if (rows.length === 0) return;
  const names = rows[0]?.sizes.map(({ name }) => name) ?? [];
  const [smaller, large] = names.slice(-2);
  console.log(`\n${title}`);
  printTable(
    [
      "page",
      "statements",
      ...names.flatMap((name) => [`${name}: ms`, "busy", "blocks"]),
      `${large} ÷ ${smaller}`,
      `÷ limit ${limits.growth}`,
      `÷ limit ${limits.ms} ms`,
    ],
    rows.map(({ page, sizes }) => {
      const [before = NaN, after = NaN] = sizes.slice(-2).map(costOf);
      return [
        page,
        String(sizes.at(-1)?.statements ?? ""),
        ...sizes.flatMap(({ ms, busyMs, blocks }) => [
          ms.toFixed(1),
          busyMs?.toFixed(1) ?? "",
          String(blocks),
        ]),
        (after / before).toFixed(2),
        (after / before / limits.growth).toFixed(2),
        (after / limits.ms).toFixed(2),
      ];
    }),
  );
}

function costOf({ ms, busyMs }: MeasuredSize): number {
  return busyMs ?? ms;
}
