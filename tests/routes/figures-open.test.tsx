import { expect, test } from "vitest";
import { demoDatabase } from "../support/demo-database";
import { cookieOf } from "./support/session";
import { wholeApp, type Ask } from "./support/whole-app";

const { db } = await demoDatabase();
const app = await wholeApp();

/**
 * How a list tells what it has: where (`of`), and what a figure without a unit counts in it. `rows`:
 * the heading's first number is that of its rows, on all of its pages together.
 */
type List = {
  address: RegExp;
  of: "heading" | "caption" | "rows";
  counts?: RegExp;
  rows?: "first-number";
  /** How the caption of its table begins, where it isn't the page's first. */
  table?: string;
};

const lists: List[] = [
  // What its figures count is one list of rows, or the people of these, or their hours.
  {
    address: /\/rows\?.*kind=(trained|learned-beside|active|course-people)$/,
    of: "caption",
    counts: /^ (olika )?person/,
  },
  { address: /\/rows\?.*kind=(own-hours|awaiting)$/, of: "caption", counts: /^ h/ },
  {
    address: /\/rows\?.*kind=(training|hand-over)$/,
    of: "caption",
    counts: /^ (rad|h)/,
    rows: "first-number",
  },
  {
    address: /\/(reports\/.*|projects\/[^/]+)\/rows\?/,
    of: "caption",
    counts: /^ rad/,
    rows: "first-number",
  },
  { address: /\/indicators\/[^/]+\/rows$/, of: "rows" },
  { address: /\/(costs|commitments)(\?line=.+)?$/, of: "heading", rows: "first-number" },
  { address: /\/own-hours(\?(line|state|party)=[^&]+)?$/, of: "heading" },
  { address: /\/units\/[^/]+\/answers$/, of: "heading", rows: "first-number" },
  { address: /\/units\/[^/]+\?show=/, of: "rows" },
  { address: /\/training\/approvals/, of: "heading" },
  { address: /\/handovers\?part=/, of: "rows", table: "Kunskapsöverföringar" },
];

/** Links whose words have a number and no figure of a list, each with its reason. */
const others: { address: RegExp; words?: RegExp; because: string }[] = [
  {
    address: /\/(measurements|rows\?section=indicators&under=[^&]+)$/,
    because: "a result: the sum, the latest or the average of the rows",
  },
  { address: /^\/handovers\/[^/?]+$/, because: "one hand-over, told by what it is or its day" },
  { address: /[?&]page=/, because: "a page of the list that it stands under" },
  { address: /^\/reports\/[^/?]+$/, because: "the title of a report" },
  { address: /\/versions\/\d+$/, because: "the number of a version" },
  { address: /\/setup\//, because: "a rate, told by its own form" },
  { address: /\/edit#/, because: "leads to where the text is written" },
  { address: /\/measurements\/[^/]+\/(edit|withdraw)$/, because: "an act on what was measured" },
];

test.each(["employee", "manager", "project_manager"] as const)(
  "each figure that leads somewhere on the pages of a %s opens a list of what it counts",
  async (role) => {
    const pages = openPages(app(await cookieOf(db, role)));
    const [faults, opened] = [new Set<string>(), new Set<List>()];
    for (const path of await pages.walk()) {
      for (const { to, said } of someOf(linksIn(await pages.open(path)))) {
        if (figuresIn(said).length === 0 || others.some((other) => isOther(other, { to, said })))
          continue;
        const list = lists.find(({ address }) => address.test(to));
        if (list) opened.add(list);
        const fault = list ? await faultIn({ to, said, list }, pages) : "is no list known here";
        if (fault) faults.add(`${path}: "${said}" → ${to}: ${fault}`);
      }
    }
    expect([...faults]).toEqual([]);
    if (role === "manager") expect(lists.filter((list) => !opened.has(list))).toEqual([]);
  },
  300_000,
);

/** Columns of figures that lead nowhere, each with what it is made of. */
const plainColumns: { heading: RegExp; because: string }[] = [
  { heading: /^(Disponibelt|Ändrat|Ändring)/, because: "a difference of columns beside it" },
  { heading: /(%\)|^Andel)/, because: "a share of columns beside it" },
  { heading: /^Led$/, because: "which generation" },
  { heading: /^Prognos/, because: "modelled" },
  { heading: /^(Utgångsvärde|Plan|Mål)/, because: "what the indicator is itself" },
  { heading: /^(Nya nådda|Inte längre nådda)/, because: "what reach was then and is now" },
  { heading: /^(Före|Efter)$/, because: "a budget's change" },
];

test("each figure in the tables of projects and reports leads to its rows, but those named here", async () => {
  const pages = openPages(app(await cookieOf(db, "manager")));
  const paths = (await Promise.all(["/projects", "/reports"].map(pages.open)))
    .flatMap(linksIn)
    .flatMap(({ to }) => (/^\/(projects|reports)\/(?!new)[^/?]+$/.test(to) ? to : []));
  expect(paths.length).toBeGreaterThan(6);
  const plainFigures = new Set<string>();
  for (const path of new Set(paths)) {
    const cells = (await pages.open(path)).matchAll(
      /<td [^>]*data-align="end"[^>]*data-label="([^"]*)"[^>]*>([\s\S]*?)<\/td>/g,
    );
    for (const [, heading = "", cell = ""] of cells) {
      const isPlain = /[1-9]/.test(plain(cell)) && !cell.includes("<a ");
      if (isPlain && !plainColumns.some((column) => column.heading.test(heading))) {
        plainFigures.add(`${path}: ${heading}: ${plain(cell)}`);
      }
    }
  }
  expect([...plainFigures]).toEqual([]);
}, 120_000);

/** Of the rows behind figures that are listed alike the first of a page and the last. */
function someOf(links: Followed[]): Followed[] {
  const shapes = links.map(({ to }) => to.replace(/([?&](under|until|section))=[^&]*/g, "$1"));
  return links.filter(
    ({ to }, index) =>
      !/\/rows\?/.test(to) ||
      shapes.indexOf(shapes[index] ?? "") === index ||
      shapes.lastIndexOf(shapes[index] ?? "") === index,
  );
}

type Followed = { to: string; said: string };
type Pages = ReturnType<typeof openPages>;

function isOther({ address, words }: (typeof others)[number], { to, said }: Followed): boolean {
  return address.test(to) && (words?.test(said) ?? true);
}

async function faultIn(
  { to, said, list }: Followed & { list: List },
  pages: Pages,
): Promise<string | null> {
  const [figure] = figuresIn(said);
  const share = await shareIn(to, pages);
  if (share !== null) return figure?.value === share ? null : `has ${share} per cent`;
  if (figure?.value === 0) return (await pages.rows(to, list.table)) === 0 ? null : "has rows";
  const told = list.of === "rows" ? null : wordsIn(await pages.open(to), tags[list.of]);
  const rows = list.of === "rows" || list.rows ? await pages.rows(to, list.table) : null;
  if (told === null) return figure?.value === rows ? null : `has ${rows} rows`;
  const has = figuresIn(told);
  const isTold = figuresIn(said).every((one) => has.some((other) => isSame(one, other, list)));
  if (!isTold) return `tells "${told}"`;
  return list.rows && has[0]?.value !== rows ? `tells "${told}" and has ${rows} rows` : null;
}

const tags = { heading: "h1", caption: "caption" };

/** Of a list of people reached how many per cent of their groups they are; null for other lists. */
async function shareIn(to: string, pages: Pages): Promise<number | null> {
  const html = await pages.open(to);
  const all = /I den frysta gruppen \((\d+)\)/.exec(html)?.[1];
  if (/kind=reached$/.test(to) && !to.includes("under=")) {
    const [reached] = figuresIn(wordsIn(html, "caption"));
    return perCent(reached?.value, Number(all));
  }
  if (!wordsIn(html, "h1").includes("procent")) return null;
  return perCent(await pages.rows(to, "De frysta grupperna", />Nådd</g), await pages.rows(to));
}

function perCent(part: number | undefined, whole: number): number {
  return Math.round(((part ?? 0) / whole) * 1000) / 10;
}

/** A number, what it is of (`kr`, `h`), and the words that follow it. */
type Figure = { value: number; unit: string; after: string };

function figuresIn(words: string): Figure[] {
  const days = /\d{4}-\d\d-\d\d|\d+ \p{L}{3,} \d{4}/gu;
  const numbers = /(?<![\d,])(−?\d+(?: \d{3})*(?:,\d+)?)(?: (tkr|kr|h|%))?(?: av \d+)?/g;
  return [...words.replaceAll(days, "").matchAll(numbers)].map((found) => ({
    value: Number((found[1] ?? "").replaceAll(" ", "").replace(",", ".").replace("−", "-")),
    unit: found[2] ?? "",
    after: words
      .replaceAll(days, "")
      .slice(found.index + found[0].length - (found[2]?.length ?? -1) - 1),
  }));
}

function isSame(one: Figure, other: Figure, { counts }: List): boolean {
  if (one.unit === "tkr")
    return other.unit === "kr" && Math.round(other.value / 1000) === one.value;
  const isRounded = one.unit === "kr" && Number.isInteger(one.value);
  const value = isRounded
    ? Math.sign(other.value) * Math.round(Math.abs(other.value))
    : other.value;
  if (one.value !== value) return false;
  if (one.unit !== "") return one.unit === other.unit;
  return counts?.test(other.after) ?? other.unit === "";
}

function openPages(ask: Ask) {
  const known = new Map<string, string>();
  const open = async (path: string): Promise<string> => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const answer = await ask(path);
    const isPage = answer.headers.get("content-type")?.includes("html");
    const [main = ""] = /<main[\s\S]*<\/main>/.exec(isPage ? await answer.text() : "") ?? [];
    known.set(path, main);
    return main;
  };
  return {
    open,
    /** The rows of a list's table, on all of its pages; with `having` those that say it. */
    rows: async (path: string, table = "", having?: RegExp): Promise<number> => {
      const first = await open(path);
      const more = linksIn(first).flatMap(({ to }) => (/[?&]page=/.test(to) ? to : []));
      const last = Math.max(1, ...more.map(pageOf));
      const others = Array.from({ length: last - 1 }, (_, index) => index + 2);
      const all = [first];
      for (const page of others) {
        all.push(await open((more[0] ?? "").replace(/([?&]page=)\d+/, `$1${page}`)));
      }
      return all.reduce((sum, html) => sum + rowsIn(html, { table, having }), 0);
    },
    /** Every page that links lead to from the first one on; of pages that are made alike two. */
    walk: async (): Promise<string[]> => {
      const [addresses, shapes] = [new Set(["/"]), new Map<string, number>()];
      const walked: string[] = [];
      for (const path of addresses) {
        const shape = path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "").replaceAll(/=[^&]*/g, "");
        const isReport = /^\/reports\/[^/]+$/.test(path);
        const seen = shapes.get(shape) ?? 0;
        if (/[?&]page=/.test(path) || (seen >= 2 && !isReport)) continue;
        shapes.set(shape, seen + 1);
        walked.push(path);
        for (const { to } of linksIn(await open(path))) addresses.add(to.replace(/#.*/, ""));
      }
      return walked;
    },
  };
}

function pageOf(address: string): number {
  return Number(/[?&]page=(\d+)/.exec(address)?.[1]);
}

function linksIn(html: string): Followed[] {
  const links = html.matchAll(/<a [^>]*href="(\/[^"]*)"[^>]*>([\s\S]*?)<\/a>/g);
  return [...links]
    .map(([, href = "", text = ""]) => ({ to: href.replaceAll("&amp;", "&"), said: plain(text) }))
    .filter(({ to }) => !/\.\w+($|\?)/.test(to));
}

function wordsIn(html: string, tag: string): string {
  return plain(new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`).exec(html)?.[1] ?? "");
}

function rowsIn(html: string, { table, having = /<tr/g }: { table: string; having?: RegExp }) {
  const tables = html.matchAll(
    /<caption[^>]*>([\s\S]*?)<\/caption>[\s\S]*?<tbody([\s\S]*?)<\/tbody>/g,
  );
  const found = [...tables].find(([, caption = ""]) => plain(caption).startsWith(table));
  return [...(found?.[2] ?? "").matchAll(having)].length;
}

function plain(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/[\s\u00a0]+/g, " ")
    .trim();
}
