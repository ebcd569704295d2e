import type { Speech } from "~/i18n/translator";
import { todayInStockholm } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { baseOf } from "../payload/report-base.queries.server";
import { reportPayload } from "../payload/report-payload.queries.server";
import type { ChangedRow } from "../rules/changed-row";
import { changedRows } from "../rules/changed-rows";
import type { RowKind } from "../rules/report-row";
import { namedKinds, renamesIn } from "../rules/renames";
import { tellReport, type ToldReport } from "../tables/told-report";
import { changedFigures, type ChangedFigure } from "./changed-figures";
import { rowsBeside } from "./rows-now.queries.server";
import { peopleBehind } from "./under-keys.server";
import { readHeading, type StoredVersion } from "./versions.queries.server";

export type Changes = {
  figures: ChangedFigure[];
  /** What is only said otherwise, each name once. */
  words: ChangedFigure[];
  /** People who have no key in the version are their ids. */
  rows: ChangedRow[];
  /** Who stands behind the version's keys, by key; who has been erased is missing. */
  people: ReadonlyMap<string, string>;
  /** Where it would build on something else today than it did; null where that is the same. */
  otherBase: OtherBase | null;
};

/** What a version builds on, and what it would build on today; null for no earlier report. */
export type OtherBase = { was: Base | null; is: Base | null };
type Base = { title: string; number: number; takenBackOn: IsoDate | null };

type Asked = { reportId: string; projectId: string; version: StoredVersion; speech: Speech };

/**
 * What a version would say otherwise if it were shared now, for the same days and built on the same
 * version as it was: figure by figure, and the rows that have changed. Its reader has more of the
 * project to see than the funder has.
 */
export async function changesSince(db: Db, asked: Asked): Promise<Changes> {
  const live = await toldNow(db, asked);
  const rows = await rowsSince(db, asked);
  return {
    ...toldOtherwise(asked, { now: live.told, rows }),
    ...{ rows, otherBase: live.otherBase },
    people: await peopleBehind(db, asked.version.id),
  };
}

/**
 * The same without the rows: it reads of these only what has a name, to know it by, and that only
 * where something is told otherwise.
 */
export async function figuresSince(
  db: Db,
  asked: Asked,
): Promise<Omit<Changes, "rows" | "people">> {
  const { told: now, otherBase } = await toldNow(db, asked);
  const { figures, words } = toldOtherwise(asked, { now, rows: [] });
  if (figures.length + words.length === 0) return { figures, words, otherBase };
  const rows = await rowsSince(db, asked, namedKinds);
  return { ...toldOtherwise(asked, { now, rows }), otherBase };
}

async function toldNow(
  db: Db,
  { reportId, projectId, version, speech }: Asked,
): Promise<{ told: ToldReport; otherBase: OtherBase | null }> {
  const { heading, figures: frozen } = version.content;
  const building = { projectId, reportId, startsOn: heading.startsOn };
  const stood = async () => baseOf(db, { ...building, at: version.frozenAt });
  const base = version.content.base === undefined ? await stood() : version.content.base;
  const live = await reportPayload(db, { reportId, today: version.frozenOn, base });
  return {
    told: tellReport({ ...live, report: frozen.report, texts: frozen.texts }, speech),
    otherBase: await otherBaseOf(db, { was: base, is: await baseOf(db, building) }),
  };
}

/** What has become of a version's rows, or of those of some kinds. */
async function rowsSince(
  db: Db,
  { projectId, version }: Asked,
  kinds?: readonly RowKind[],
): Promise<ChangedRow[]> {
  const { figures: frozen, rows } = version.content;
  const then = kinds ? rows.filter(({ kind }) => kinds.includes(kind)) : rows;
  const beside = { id: version.id, rows: then };
  return changedRows(
    then,
    await rowsBeside(db, { projectId, asOf: frozen.asOf, kinds, version: beside }),
  );
}

/** `rows`: those that have changed, for what is called otherwise. */
function toldOtherwise(
  { version, speech }: Asked,
  { now, rows }: { now: ToldReport; rows: readonly ChangedRow[] },
): Pick<Changes, "figures" | "words"> {
  const telling = { ...speech, renames: renamesIn(rows) };
  const told = changedFigures(version.content.told[speech.language], now, telling);
  return {
    figures: told.filter(({ isWords }) => !isWords),
    words: told.filter(({ isWords }) => isWords),
  };
}

async function otherBaseOf(
  db: Db,
  { was, is }: Record<"was" | "is", string | null>,
): Promise<OtherBase | null> {
  if (was === is) return null;
  const named = async (id: string | null): Promise<Base | null> => {
    if (id === null) return null;
    const { heading, takenBackAt } = await readHeading(db, id);
    const { title, number } = heading;
    return { title, number, takenBackOn: takenBackAt && todayInStockholm(takenBackAt) };
  };
  return { was: await named(was), is: await named(is) };
}
