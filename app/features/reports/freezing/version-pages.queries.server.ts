import type { Viewer } from "~/features/access/viewer";
import { namesInReach } from "~/features/organisation/people.queries.server";
import { formatDate } from "~/i18n/format";
import type { Speech } from "~/i18n/translator";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { isId } from "~/platform/ids";
import type { CheckedFile } from "~/platform/files.server";
import type { IsoDate } from "~/terms/day";
import { reachReport } from "../reachable-reports.server";
import { can } from "../reports.policy";
import { coverageOf } from "../rules/covered-period";
import { periodOf, rowsOfPeriod } from "./report-period.queries.server";
import { rowsAsNow } from "./rows-as-now.queries.server";
import { chooseRows, tellRows, type AskedRows, type RowsView } from "./rows-view.server";
import type { RowsOf } from "../page/rows-href";
import type { ChangedRow } from "../rules/changed-row";
import { rowsBehind } from "../rules/changed-rows";
import type { ReportRow, RowKind } from "../rules/report-row";
import type { ToldReport } from "../tables/told-report";
import type { ChangedFigure } from "./changed-figures";
import { changesSince, type OtherBase } from "./changes.queries.server";
import { peopleBehind } from "./under-keys.server";
import { rowName, type FrozenHeading, type FrozenRow } from "./frozen-report";
import { trailOfRows, type Trail } from "./row-trail.server";
import { differenceInWords, factsInWords, rowNames, type RowNames } from "./row-words";
import { readVersion, versionFile, type StoredVersion } from "./versions.queries.server";

type Asked = { id: string; number: number; speech: Speech };

/** A version as it was shared, for who reads more of the project than its funder. */
export type VersionView = {
  id: string;
  heading: FrozenHeading;
  told: ToldReport;
  sha256: string;
  takenBackOn: IsoDate | null;
  /** Whose rows its figures open to. */
  rows: RowsOf;
};

export async function showVersion(
  db: Db,
  viewer: Viewer,
  { id, number, speech }: Asked,
): Promise<VersionView> {
  const { content, sha256, takenBackOn } = await reachVersion(db, viewer, { id, number });
  const { heading, told, base } = content;
  const period = await periodOf(db, { base, startsOn: heading.startsOn });
  const rows = { id, number, ...(period && { period }) };
  return { id, heading, told: told[speech.language], sha256, takenBackOn, rows };
}

/** A file of a version, as it was given out. */
export async function versionFileFor(
  db: Db,
  viewer: Viewer,
  { id, number, speech, file }: Asked & { file: string },
): Promise<CheckedFile> {
  await requireCompare(db, viewer, id);
  return versionFile(db, { reportId: id, number, file, language: speech.language });
}

/** The rows behind a version's figures. */
export async function showRows(
  db: Db,
  viewer: Viewer,
  { id, number, speech, ...asked }: Asked & AskedRows,
): Promise<RowsView> {
  const version = await reachVersion(db, viewer, { id, number });
  const { heading, rows, base } = version.content;
  const { startsOn, asOf } = heading;
  const { when = null } = asked;
  // Of the first versions nobody knows what they were built on.
  if (when !== null && base === undefined) return notFound();
  const period =
    when === null
      ? null
      : await rowsOfPeriod(db, { rows, when, base: base ?? null, version: version.id, startsOn });
  const chosen = chooseRows(rows, asked, { asOf, period });
  const people = await peopleBehind(db, version.id);
  const names = await namesInReach(db, viewer, [...people.values()]);
  const texts = await textsOf(db, version.id, chosen.rows);
  return tellRows(chosen, {
    ...{ of: { id, number }, title: heading.title, speech, names: rowNames(rows) },
    personOf: (key) => personOf(key, { people, names }) ?? "",
    wordsOf: (row) => (row.words === null ? "" : (texts.get(rowName(row)) ?? null)),
  });
}

/** The rows behind a report's figures as they are now: of one that isn't shared. */
export async function showRowsNow(
  db: Db,
  viewer: Viewer,
  { id, today, speech, ...asked }: Omit<Asked, "number"> & AskedRows & { today: IsoDate },
): Promise<RowsView> {
  const { projectId, period } = await requireCompare(db, viewer, id);
  const { asOf } = coverageOf(period, today);
  const { title, kind } = await db.report.findUniqueOrThrow({ where: { id } });
  return rowsAsNow(db, viewer, {
    ...{ projectId, asOf, asked, speech, of: { id, number: null } },
    period: { reportId: id, startsOn: period.startsOn },
    title: title === "" ? speech.t(`reports.kind.${kind}`) : title,
  });
}

/** What would differ if a report were shared today, figure by figure, and why. */
export type ChangesView = {
  id: string;
  name: string;
  heading: FrozenHeading;
  /** Each with the numbers of the rows that it depends on. */
  figures: ExplainedFigure[];
  /** What is only said otherwise, each name once. */
  words: ExplainedFigure[];
  rows: ShownChange[];
  otherBase: OtherBase | null;
};

export type ExplainedFigure = ChangedFigure & { because: number[] };

export type ShownChange = {
  number: number;
  kind: RowKind;
  how: "came" | "gone" | "changed";
  /** What row it is: of what, of whom, of which day. */
  what: string;
  then: string;
  now: string;
  trail: Trail | null;
};

export async function showChanges(
  db: Db,
  viewer: Viewer,
  { id, speech }: Pick<Asked, "id" | "speech">,
): Promise<ChangesView> {
  const { projectId, isShared } = await requireCompare(db, viewer, id);
  if (!isShared) return notFound();
  const version = await readVersion(db, { reportId: id, number: "standing" });
  const { heading, rows: frozen } = version.content;
  const changes = await changesSince(db, { reportId: id, projectId, version, speech });
  const { figures, words, rows, people, otherBase } = changes;
  const asked = { rows, people, projectId, since: version.frozenAt };
  const trails = await trailOfRows(db, asked);
  const ids = rows.flatMap(({ then, now }) => [then?.person, now?.person]).filter(isGiven);
  // A key whose name has been erased is nobody's id.
  const known = ids.map((key) => people.get(key) ?? key).filter(isId);
  const names = await namesInReach(db, viewer, known);
  const current = rows.flatMap(({ now }) => (now ? [now] : []));
  const telling = { speech, names: new Map([...rowNames(frozen), ...rowNames(current)]) };
  const behind = rowsBehind(rows, [...frozen, ...current]);
  const explained = (figure: ChangedFigure): ExplainedFigure => ({
    ...figure,
    because: behind(figure).map((row) => rows.indexOf(row) + 1),
  });
  return {
    ...{ id, name: heading.title, heading, otherBase },
    ...{ figures: figures.map(explained), words: words.map(explained) },
    rows: rows.map((row, index) => ({
      number: index + 1,
      kind: row.kind,
      ...shownChange(row, { ...telling, who: { people, names } }),
      trail: trails[index] ?? null,
    })),
  };
}

type Who = { people: ReadonlyMap<string, string>; names: ReadonlyMap<string, string> };
type Telling = { speech: Speech; names: RowNames; who: Who };

function shownChange(
  { then, now }: ChangedRow,
  { who, ...telling }: Telling,
): Pick<ShownChange, "how" | "what" | "then" | "now"> {
  const row = then ?? (now && nameless(now, who));
  const what = row ? whatIs(row, { ...telling, who }) : "";
  if (then && now) {
    const said = differenceInWords(then, now, telling);
    const isSaid = said.then !== "" || said.now !== "";
    const other = { then: "", now: telling.speech.t("reports.changes.otherSource") };
    return { how: "changed", what, ...(isSaid ? said : other) };
  }
  if (then) return { how: "gone", what, then: factsInWords(then, telling), now: "" };
  return { how: "came", what, then: "", now: now ? factsInWords(now, telling) : "" };
}

/** What has come names no key whose name has been erased: it would say who that is. */
function nameless(row: ReportRow, { people }: Who): ReportRow {
  const { person } = row;
  return person === null || people.has(person) || isId(person) ? row : { ...row, person: null };
}

function whatIs({ under, day, person }: ReportRow, { speech, names, who }: Telling): string {
  const { t, language } = speech;
  const somebody = person && (personOf(person, who) ?? t("reports.changes.newcomer"));
  return [under && names.get(under), somebody, day && formatDate(day, language, "short")]
    .filter(isGiven)
    .join(", ");
}

/** A name to who may see it, else the key; null for somebody without a key. */
function personOf(key: string | null, { people, names }: Who): string | null {
  if (key === null) return null;
  const name = names.get(people.get(key) ?? key);
  return name ?? (isId(key) ? null : key);
}

async function textsOf(db: Db, versionId: string, rows: readonly FrozenRow[]) {
  const texts = await db.reportVersionText.findMany({
    where: { versionId, row: { in: rows.map(rowName) } },
  });
  return new Map(texts.map(({ row, text }) => [row, text]));
}

async function reachVersion(
  db: Db,
  viewer: Viewer,
  { id, number }: { id: string; number: number },
): Promise<StoredVersion> {
  await requireCompare(db, viewer, id);
  return readVersion(db, { reportId: id, number });
}

/** Not there and not theirs are one answer: a funder knows of no other version than their own. */
async function requireCompare(db: Db, viewer: Viewer, id: string) {
  const subject = await reachReport(db, viewer, id);
  return can(viewer, "compare", subject) ? subject : notFound();
}

function isGiven<Value>(value: Value | null | undefined | ""): value is Value {
  return value !== null && value !== undefined && value !== "";
}
