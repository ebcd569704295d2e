// `npm run bench`: how long the pages take, in the demo and in a large authority.
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { todayInStockholm } from "~/platform/clock";
import { authoritySize } from "./authority/size";
import { benchCascadeFigures } from "./cascade-figures-bench";
import { benchPages, type MeasuredPage } from "./page-bench";
import { printPlans } from "./plans";
import { withScratchDatabases } from "./scratch-databases";
import { benchSieReader } from "./sie-bench";
import { printTable } from "./table";
import { watchDatabase } from "./watched-database";

const HELP = `Usage: npm run bench -- [options]

Fills scratch databases with the demo and with invented authorities, opens every page by its one
query, and prints how long each took and what that is of the limits. Nothing fails: read it.

  --quick          the large authority is a tenth of the size
  --only TEXT      the pages whose name contains the text, and nothing else
  --explain TEXT   how the large database carries out the statements of those pages
  --help           this text
`;

/** What a page may take in the large authority, and how much more there than in a tenth of it. */
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
    benchSieReader(share);
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
  console.log(`\n${title}`);
  printTable(
    [
      "page",
      "statements",
      ...names.flatMap((name) => [`ms ${name}`, `busy`, `blocks`]),
      "large ÷ smaller",
      `÷ limit of ${limits.growth}`,
      `÷ limit of ${limits.ms} ms`,
    ],
    rows.map(({ page, sizes }) => {
      const [smaller, large] = sizes.slice(-2);
      const growth = large && smaller ? large.ms / smaller.ms : NaN;
      return [
        page,
        String(large?.statements ?? ""),
        ...sizes.flatMap(({ ms, busyMs, blocks }) => [
          ms.toFixed(1),
          busyMs === null ? "" : busyMs.toFixed(1),
          String(blocks),
        ]),
        growth.toFixed(2),
        (growth / limits.growth).toFixed(2),
        ((large?.ms ?? NaN) / limits.ms).toFixed(2),
      ];
    }),
  );
}
