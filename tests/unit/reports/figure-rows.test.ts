import { expect, test } from "vitest";
import { chooseRows } from "~/features/reports/freezing/rows-view.server";
import { rowsBehind } from "~/features/reports/rules/changed-rows";
import type { ReportRow, RowFacts, RowKind } from "~/features/reports/rules/report-row";
import { isListed, listsOfKind } from "~/features/reports/rules/row-lists";

function row<Kind extends RowKind>(
  kind: Kind,
  id: string,
  facts: Partial<RowFacts[Kind]>,
  more: Partial<Pick<ReportRow, "under" | "day" | "person">> = {},
): ReportRow {
  const plain = { under: null, day: "2013-04-04", person: null, source: null, ...more };
  // Of the kind's facts those alone that a test is about.
  return { kind, id, ...plain, facts } as ReportRow;
}

const owner = row("partner", "owner-id", { name: "Staden", role: "owner" });
const other = row("partner", "other-id", { name: "Polisen", role: "partner" });
const ours = row("own-hours", "ours", { minutes: 60, amountOre: 100, party: null });
const owners = row("own-hours", "owners", { minutes: 30, amountOre: 50, party: "owner-id" });
const theirs = row("own-hours", "theirs", { minutes: 20, amountOre: 30, party: "other-id" });
const awaits = row("own-hours", "awaits", { minutes: 10, party: null }, { day: null });
const hours = [ours, owners, theirs, awaits];

const course = row("training", "course", { minutes: 60 }, { under: "method-id", person: "a" });
const learned = row("part", "learned", { isLearner: true }, { under: "method-id", person: "a" });
const taught = row("part", "taught", { isLearner: false }, { under: "method-id", person: "b" });
const counts = { isOwn: true, generation: 1, countsFrom: "2013-04-04" };
const counted = row("hand-over", "counted", counts, { under: "method-id" });
const uncounted = row("hand-over", "uncounted", { ...counts, generation: null });
const beside = row("hand-over", "beside", { ...counts, isOwn: false });
const reached = row("group", "reached", { isReached: true }, { person: "a" });
const missed = row("group", "missed", { isReached: false }, { person: "c" });
const people = [course, learned, taught, counted, uncounted, beside, reached, missed];

function listed(
  all: ReportRow[],
  asked: { section: string; under?: string; kind?: string },
): { kind: string; ids: string[]; people: number } {
  const plain = { under: null, kind: null, page: 1 };
  const { kind, rows, people } = chooseRows(all, { ...plain, ...asked }, { asOf: "2013-12-31" });
  return { kind, ids: rows.map(({ id }) => id), people };
}

test.each([
  { known: [owner, other], key: "owner-id" },
  { known: [other], key: "owner" },
])(
  "the owner's own hours are our own people's and its partner's, keyed by $key",
  ({ known, key }) => {
    const all = [...known, ...hours];
    const isPartner = known.includes(owner);
    const own = isPartner ? ["ours", "owners"] : ["ours"];
    expect(listed(all, { section: "own-hours", under: key }).ids).toEqual(own);
    expect(listed(all, { section: "own-hours", under: "other-id" }).ids).toEqual(["theirs"]);
    const awaiting = { section: "own-hours", under: key, kind: "awaiting" };
    expect(listed(all, awaiting).ids).toEqual(["awaits"]);
    const changes = [ours, theirs].map((now) => ({ kind: now.kind, then: null, now }));
    const behind = rowsBehind(changes, all);
    const figure = { section: "own-hours", rowKey: key, isWords: false };
    expect(behind(figure).map(({ now }) => now?.id)).toEqual(["ours"]);
  },
);

test.each([
  { source: "trained-people", ids: ["course", "learned"] },
  { source: "reach-percent", ids: ["reached"] },
  { source: "hand-overs", ids: ["counted"] },
  { source: null, ids: ["target"] },
])("an indicator of $source opens to what it counts", ({ source, ids }) => {
  const indicator = row("indicator", "indicator-id", { source });
  const target = row("target", "target", { value: 9 }, { under: "indicator-id" });
  const all = [indicator, target, ...people];
  expect(listed(all, { section: "indicators", under: "indicator-id" }).ids).toEqual(ids);
});

test("the trained are one list, without who taught them", () => {
  const trained = { kind: "trained", ids: ["course", "learned"], people: 1 };
  expect(listed(people, { section: "training" })).toEqual(trained);
  expect(listed(people, { section: "trained", under: "method-id" })).toEqual(trained);
});

test("a list that is asked for and has nothing is empty, and isn't another one", () => {
  expect(listed([reached], { section: "training", kind: "trained" })).toMatchObject({
    ...{ kind: "trained", ids: [] },
  });
});

test("who pays has the costs of its lines, and what stands on none is nobody's", () => {
  const line = row("line", "line-id", { financing: "grant", grant: "grant-id" });
  const paid = row("cost", "paid", { amountOre: 100 }, { under: "line-id" });
  const unplaced = row("cost", "unplaced", { amountOre: 70 });
  const all = [line, paid, unplaced];
  const ids = (under: string) => listed(all, { section: "financing", under }).ids;
  expect(ids("grant:grant-id")).toEqual(["paid"]);
  expect(ids("unplaced:")).toEqual(["unplaced"]);
  expect(listed(all, { section: "money", under: "unplaced" }).ids).toEqual(["unplaced"]);
});

test("every row stands in exactly one list of its kind", () => {
  for (const each of [...hours, ...people]) {
    expect(listsOfKind(each.kind).filter((list) => isListed(each, list))).toHaveLength(1);
  }
});

test("what is left, planned and spent are the sums of their lists, of a line, a payer or all", () => {
  const ofLine = (id: string) => ({ under: id, day: "2013-01-01" });
  const of2013 = (amountOre: number) => ({ amountOre, lastDay: "2013-12-31" });
  const all = [
    row("line", "paid-id", { financing: "cash", grant: null }),
    row("line", "hours-id", { financing: "in_kind", grant: null }),
    row("ledger", "project-id", {}, { day: "2013-06-30" }),
    row("budget", "b1", of2013(36_500), ofLine("paid-id")),
    row("budget", "b2", of2013(73_000), ofLine("hours-id")),
    row("cost", "bought", { amountOre: 40_000 }, { under: "paid-id" }),
    row("cost", "unplaced", { amountOre: 70 }, { day: "2013-05-05" }),
    row("own-hours", "worked", { minutes: 60, amountOre: 500 }, { under: "hours-id" }),
    row("own-hours", "waits", { minutes: 60, amountOre: 900 }, { under: "hours-id", day: null }),
  ];
  const sum = (kind: string, under: string | null = null, until: string | null = null) =>
    chooseRows(all, { section: "money", kind, under, until, page: 1 }, { asOf: "2013-12-31" })
      .amountOre;
  expect(sum("booked")).toBe(40_570);
  expect(sum("booked", "paid-id")).toBe(40_000);
  expect(sum("booked", "paid", "2013-04-04")).toBe(40_000);
  expect(sum("booked", "in_kind:")).toBe(500);
  expect(sum("left")).toBe(36_500 + 73_000 - 40_570);
  expect(sum("left", "paid-id")).toBe(-3_500);
  expect(sum("left", "paid")).toBe(36_500 - 40_070);
  // Own hours wait for no ledger: their plan is that of the last day.
  expect(sum("plan")).toBe(18_100 + 73_000);
  expect(sum("plan", "paid", "2013-01-31")).toBe(3_100);
});
