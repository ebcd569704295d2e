import { paidKey, payerKey } from "~/features/funding/rules/payer-key";
import { isComputedSource, type ComputedSource } from "~/features/outcomes/rules/computed-sources";
import { rowsOf, type ReportRow, type RowKind } from "./report-row";
import { isListed, kindsIn, type RowList } from "./row-lists";

/** A figure, or several: those of a section, or of the row of its table that has a key. */
export type Figure = { section: string | null; rowKey: string | null };

/** The kinds of rows that a section is made of, those that it sums up first; null for all. */
export function kindsBehind(section: string): readonly RowKind[] | null {
  const lists = listsOf.get(section);
  return lists ? [...new Set(lists.flatMap(kindsIn))] : null;
}

/** What the rows of a figure are listed as, what it sums up first; null for all that there are. */
export function listsBehind(
  { section, rowKey }: Figure,
  known: readonly ReportRow[],
): readonly RowList[] | null {
  const counted = rowKey === null ? null : sourceOf(rowKey, known);
  if (counted) return [...counted, "target", "indicator"];
  return section === null ? null : (listsOf.get(section) ?? null);
}

/**
 * Tells whether a row of a section's table counts a row: the table's key has the ids of all that it
 * counts. What these are is known by the rows of a report, `known`: whose hours our own people's are,
 * who pays a line, what an indicator is computed from.
 */
export function countsUnder(
  known: readonly ReportRow[],
): (row: ReportRow, rowKey: string) => boolean {
  const owners = ownersIn(known);
  const payers = new Set(
    rowsOf(known, "line").flatMap(({ id, facts: { financing, grant } }) => [
      `${id} ${payerKey(financing, grant)}`,
      ...(isOwnHours(financing) ? [] : [`${id} ${paidKey}`]),
    ]),
  );
  const computed = new Map(rowsOf(known, "indicator").map(({ id }) => [id, sourceOf(id, known)]));
  return (row, rowKey) => {
    const { under, id, facts } = row;
    if (row.kind === "cost" && under === null) return unplacedKeys.includes(rowKey);
    if (computed.get(rowKey)?.some((list) => isListed(row, list))) return true;
    const parties = "party" in facts ? (facts.party === null ? owners : [facts.party]) : [];
    const ids = rowKey.split(" ");
    const generation = /^\d+$/.test(ids.at(-1) ?? "") ? Number(ids.at(-1)) : null;
    if (generation !== null && "generation" in facts && facts.generation !== generation) {
      return false;
    }
    const counted = [id, under, ...parties];
    const isPaid = payers.has(`${under ?? id} ${rowKey}`);
    return isPaid || counted.some((each) => each !== null && ids.includes(each));
  };
}

/** The key of the owner's own hours, where no partner stands for the owner. */
export const ownerKey = "owner";

const unplacedKeys = ["unplaced", payerKey("unplaced", null), paidKey];

/** Whether a line is of own hours; the first versions wrote a hyphen. */
export function isOwnHours(financing: string): boolean {
  return financing.replace("-", "_") === "in_kind";
}

/** Our own people's hours are the owner's: of the partner with that role, where there is one. */
function ownersIn(known: readonly ReportRow[]): string[] {
  const partners = rowsOf(known, "partner").filter(({ facts }) => facts.role === "owner");
  return [ownerKey, ...partners.map(({ id }) => id)];
}

/** What an indicator counts that is computed from records; null for every other id. */
function sourceOf(id: string, known: readonly ReportRow[]): readonly RowList[] | null {
  const source = rowsOf(known, "indicator").find((row) => row.id === id)?.facts.source ?? null;
  return isComputedSource(source) ? countedIn[source] : null;
}

const countedIn: Record<ComputedSource, readonly RowList[]> = {
  "trained-people": ["trained"],
  "reach-percent": ["reached", "group"],
  "hand-overs": ["hand-over"],
};

const money = [
  ...["cost", "own-hours", "awaiting", "line", "budget", "grant", "project", "ledger"],
  ...["booked", "left", "plan"],
] as const satisfies RowList[];
const handOvers = ["hand-over", "uncounted", "beside"] as const satisfies RowList[];
const spread = [
  ...["reached", "group", ...handOvers, "part", "acquired", "method"],
  ...["beside-group", "learners", "trainers", "activated"],
] as const satisfies RowList[];
const outcomes = [
  ...["measurement", "target", "indicator", "trained", ...spread, "training"],
] as const satisfies RowList[];

const booked = ["cost", "own-hours", "awaiting", "line"] as const satisfies RowList[];
const planned = ["budget", "line", "project"] as const satisfies RowList[];
const trained = ["trained", "training", "part", ...handOvers] as const satisfies RowList[];

/** The columns of money, in each section that has them. */
const moneyFigures = ["money", "paid", "financing", "budget", "cumulative"].flatMap((section) => [
  ...["budget", "plan"].map((figure) => [`${section} ${figure}`, planned] as const),
  ...["previous", "changed", "this-period", "late", "accumulated"].map(
    (figure) => [`${section} ${figure}`, booked] as const,
  ),
  ...["remaining", "variance", "variance-percent"].map(
    (figure) => [`${section} ${figure}`, [...booked, ...planned]] as const,
  ),
]);

/**
 * What each section of a report is made of, what it sums up first; and, by its name behind the
 * section's, what a figure is that isn't made of all of it.
 */
const listsOf = new Map<string, readonly RowList[]>([
  ...moneyFigures,
  ["cumulative row", ["project"]],
  ["headline spent", ["cost", "line", "grant"]],
  ["headline remaining", ["cost", ...planned]],
  ["summary granted", ["grant"]],
  ["summary spent", ["cost", "line", "grant"]],
  ["summary remaining", ["cost", "line", "grant"]],
  ["summary share", ["cost", "line", "grant"]],
  ...["trained-new", "active", "trained"].map((figure) => [`summary ${figure}`, trained] as const),
  ["summary trained-beside", ["learned-beside", "acquired", ...trained]],
  ["summary reach-before", ["reached", "group"]],
  ["summary reach", ["reached", "group"]],
  ["training trained", trained],
  ["training course", ["training"]],
  ["training courses", ["training"]],
  ["training hours", ["training"]],
  ["training cost", ["training", "cost"]],
  ["training hand-overs", handOvers],
  ["training hand-over-hours", handOvers],
  ["headline", [...money, "trained", ...spread, "training"]],
  ["headline own-hours", money],
  ["headline trained", [...spread, "training"]],
  ["report", ["ledger"]],
  ["project", ["project"]],
  ["grants", ["grant"]],
  ["summary", [...money, "trained", ...spread, "training"]],
  ["decisions", ["decision"]],
  ["partners", ["partner"]],
  ["appendices", ["appendix"]],
  ["money", money],
  ["paid", money],
  ["financing", money],
  ["budget", money],
  ["cumulative", money],
  ["own-hours", ["own-hours", "awaiting", "line", "partner", "project"]],
  [
    "training",
    ["trained", "training", "cost", ...spread, "active", "course-people", "course-cost"],
  ],
  ["cascade", [...spread, "trained", "training"]],
  [
    "trained",
    ["trained", "training", ...handOvers, "part", "learned-beside", "acquired", "method"],
  ],
  ["generations", spread],
  ["outcomes", outcomes],
  ["indicators", outcomes],
]);
