// `npm run bench`: what the pages, the browser's files and the commands cost.
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { todayInStockholm } from "~/platform/clock";
import { buildApp } from "../../scripts/start/build";
import { authoritySize } from "./authority/size";
import { benchCascadeFigures } from "./cascade-figures-bench";
import { benchCommand } from "./command-bench";
import { benchPages, type MeasuredPage, type MeasuredSize } from "./page-bench";
import { printPlans } from "./plans";
import { withScratchDatabases, type Scratch } from "./scratch-databases";
import { benchColdVisits } from "./served/cold-visits";
import { serveApp } from "./served/served-app";
import { benchServedPages, type Side } from "./served/served-pages";
import { benchSieReader } from "./sie-bench";
import { printTable } from "./table";
import { watchDatabase } from "./watched-database";

const HELP = `Usage: npm run bench -- [options]

Fills scratch databases with invented authorities of 1 000 and 10 000 people, serves each with the
built app, and prints, each with its limit (1.00 is the limit, more is over it):
  the processor time of server and database that every page takes, in multiples of a yardstick (a
  fixed piece of work), how it grows with the authority, and the size of its HTML;
  the scripts and requests of a browser's first visit; a command that writes one row;
  the figures of one large cascade, and the reading of a ledger file.
Processor time is what to trust on a busy machine (Linux only). Nothing fails: read it.

  --large          a third authority, of 100 000 people; it takes long to fill
  --quick          the authority of 1 000 people alone
  --keep           keeps the filled databases, and takes those that are kept
  --only TEXT      the pages whose name contains the text, and nothing else
  --queries        instead every page by its one query: statements, ms, blocks of the database
  --explain TEXT   how the database of 10 000 people (with --large 100 000) carries out the statements
                   of those pages
  --help           this text
`;

/** What a page's query may take in the larger authority, and how much more than in a smaller one. */
const limits = { ms: 100, growth: 3 };

await run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: "boolean", default: false },
      large: { type: "boolean", default: false },
      keep: { type: "boolean", default: false },
      queries: { type: "boolean", default: false },
      only: { type: "string" },
      explain: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const share = values.quick ? 0.1 : 1;
  const { keep } = values;
  if (values.explain !== undefined) {
    return explain(values.explain, { share: values.large ? 10 : share, keep });
  }
  if (values.queries) return pages({ only: values.only ?? "", share });
  const shares = values.quick ? [0.1] : values.large ? [0.1, 1, 10] : [0.1, 1];
  await served({ only: values.only, shares, keep });
  if (values.only === undefined) {
    benchCascadeFigures(share);
    await benchSieReader(share);
  }
}

async function explain(
  name: string,
  { share, keep }: { share: number; keep: boolean },
): Promise<void> {
  const print = async ({ authority }: Scratch) => {
    const large = watchDatabase(await authority(share));
    await printPlans(large, name);
    await large.close();
  };
  await withScratchDatabases(print, { keep });
}

async function served({
  only,
  shares,
  keep,
}: {
  only: string | undefined;
  shares: number[];
  keep: boolean;
}) {
  await buildApp(new AbortController().signal);
  const measure = async ({ authority }: Scratch) => {
    const sides: Side[] = [];
    for (const share of shares) {
      const { people } = authoritySize(share, todayInStockholm());
      console.log(`Filling a database with ${people} people …`);
      const url = await authority(share);
      sides.push({ name: String(people), url, app: await serveApp(url) });
    }
    console.log(`Load: ${load()}.`);
    await benchServedPages(sides, only ?? "");
    const [first] = sides;
    if (first && only === undefined) {
      await benchColdVisits(first.app);
      await benchCommand(first.url, first.app.scene);
    }
    for (const { app } of sides) await app.close();
    console.log(`Load: ${load()}.`);
  };
  await withScratchDatabases(measure, { keep });
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
