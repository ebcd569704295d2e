import { formatsOf, type Formats } from "~/i18n/format";
import type { MessageKey, Speech } from "~/i18n/translator";
import { sinceAlways } from "~/terms/day";
import { rowsOf, type ReportRow, type RowFacts, type RowKind } from "../rules/report-row";

/** What people call that which rows name by an id: lines, methods, indicators, grants, partners. */
export type RowNames = ReadonlyMap<string, string>;

export function rowNames(rows: readonly ReportRow[]): RowNames {
  return new Map([
    ...rowsOf(rows, "line").map(
      ({ id, facts }) => [id, `${facts.costCategory}: ${facts.name}`] as const,
    ),
    ...rowsOf(rows, "method").map(({ id, facts }) => [id, facts.name] as const),
    ...rowsOf(rows, "indicator").map(({ id, facts }) => [id, facts.name] as const),
    ...rowsOf(rows, "partner").map(({ id, facts }) => [id, facts.name] as const),
    ...rowsOf(rows, "grant").map(
      ({ id, facts }) => [id, [facts.funder, facts.programme].join(" ").trim()] as const,
    ),
  ]);
}

/** Ids that lead to what a row is like, and are no words. */
const unsaid = ["import", "origin"] as const;
type Unsaid = (typeof unsaid)[number];

/** What can be said of a row, by the keys that it is stored under. */
export type FactName =
  | Exclude<{ [Kind in RowKind]: keyof RowFacts[Kind] & string }[RowKind], Unsaid>
  | "day"
  | "under"
  | "person";

type Telling = { speech: Speech; names: RowNames };

/** What a row says, in words, without what isn't so: "belopp 1 234 kr, verifikat A 12". */
export function factsInWords(row: ReportRow, telling: Telling): string {
  const told = entriesOf(row.facts).filter(
    ([, value]) => value !== null && value !== "" && value !== false && value !== sinceAlways,
  );
  return told
    .map((fact) => (fact[1] === true ? labelOf(fact[0], telling) : inWords(fact, telling)))
    .join(", ");
}

/** What two states of a row say otherwise, each in words. */
export function differenceInWords(
  then: ReportRow,
  now: ReportRow,
  telling: Telling,
): { then: string; now: string } {
  const [was, is] = [allOf(then), allOf(now)];
  const changed = was.filter(([name, value]) => {
    const other = is.find(([each]) => each === name);
    return other !== undefined && JSON.stringify(value) !== JSON.stringify(other[1]);
  });
  const names = new Set(changed.map(([name]) => name));
  const said = (facts: Fact[]) =>
    facts
      .filter(([name]) => names.has(name))
      .map((fact) => inWords(fact, telling))
      .join(", ");
  return { then: said(was), now: said(is) };
}

type Fact = [name: FactName, value: unknown];

function allOf({ day, under, person, facts }: ReportRow): Fact[] {
  return [["day", day], ["under", under], ["person", person], ...entriesOf(facts)];
}

function entriesOf(facts: ReportRow["facts"]): Fact[] {
  // The keys are those of `RowFacts`, which an object's own type doesn't promise.
  return Object.entries(facts).filter(([name]) => !unsaid.some((id) => id === name)) as Fact[];
}

function inWords([name, value]: Fact, { speech, names }: Telling): string {
  const formats = formatsOf(speech.language);
  const said = valueInWords(name, value, { formats, speech, names });
  return `${labelOf(name, { speech })} ${said}`;
}

function labelOf(name: FactName, { speech: { t } }: Pick<Telling, "speech">): string {
  return t(`reports.rows.fact.${name}`);
}

function valueInWords(
  name: string,
  value: unknown,
  { formats, speech: { t }, names }: Telling & { formats: Formats },
): string {
  if (typeof value === "boolean") return t(value ? "reports.rows.yes" : "reports.rows.no");
  if (typeof value === "number") {
    if (name.endsWith("Ore")) return formats.formatKronor(value, { withOre: value % 100 !== 0 });
    return name === "minutes" ? formats.formatHours(value) : formats.formatNumber(value);
  }
  if (typeof value !== "string" || value === sinceAlways) return "–";
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formats.formatDate(value, "short");
  const words = codes.get(name);
  if (words === undefined) return names.get(value) ?? value;
  const key = words[value] ?? words[value.replaceAll("-", "_")];
  return key ? t(key) : value.replaceAll(/[-_]/g, " ");
}

/** What is stored as a code, in words; the first versions have hyphens in some of them. */
const codes = new Map<string, Record<string, MessageKey>>([
  [
    "form",
    {
      walk_through: "cascade.form.walk_through",
      supervision: "cascade.form.supervision",
      side_by_side: "cascade.form.side_by_side",
      in_house_course: "cascade.form.in_house_course",
    },
  ],
  [
    "reason",
    {
      declined: "reports.rows.value.reason.declined",
      "after-as-of": "reports.rows.value.reason.after-as-of",
      "trainer-had-not-learned": "reports.rows.value.reason.trainer-had-not-learned",
      "trainer-not-cleared": "reports.rows.value.reason.trainer-not-cleared",
      "not-confirmed": "reports.rows.value.reason.not-confirmed",
    },
  ],
  [
    "role",
    {
      owner: "funding.role.owner",
      coordinator: "funding.role.coordinator",
      partner: "funding.role.partner",
    },
  ],
  [
    "financing",
    {
      grant: "funding.financing.grant",
      cash: "funding.financing.cash",
      in_kind: "funding.financing.in_kind",
    },
  ],
  [
    "source",
    {
      "trained-people": "outcomes.source.trained-people",
      "reach-percent": "outcomes.source.reach-percent",
      "hand-overs": "outcomes.source.hand-overs",
    },
  ],
  [
    "cumulation",
    {
      latest: "reports.rows.value.cumulation.latest",
      sum: "reports.rows.value.cumulation.sum",
      average: "reports.rows.value.cumulation.average",
    },
  ],
]);
