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
import { tellReport } from "../tables/told-report";
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
  const { rows, ...told } = await differences(db, asked);
  return { ...told, rows, people: await peopleBehind(db, asked.version.id) };
}

/** The same without the rows: it reads of these only what has a name, to know it by. */
export async function figuresSince(
  db: Db,
  asked: Asked,
): Promise<Omit<Changes, "rows" | "people">> {
  const { rows: _rows, ...told } = await differences(db, asked, namedKinds);
  return told;
}

async function differences(
  db: Db,
  { reportId, projectId, version, speech }: Asked,
  kinds?: readonly RowKind[],
): Promise<Omit<Changes, "people">> {
  const { heading, figures: frozen, told, rows } = version.content;
  const building = { projectId, reportId, startsOn: heading.startsOn };
  const stood = async () => baseOf(db, { ...building, at: version.frozenAt });
  const base = version.content.base === undefined ? await stood() : version.content.base;
  const live = await reportPayload(db, { reportId, today: version.frozenOn, base });
  const now = tellReport({ ...live, report: frozen.report, texts: frozen.texts }, speech);
  const then = kinds ? rows.filter(({ kind }) => kinds.includes(kind)) : rows;
  const beside = { id: version.id, rows: then };
  const liveRows = await rowsBeside(db, { projectId, asOf: frozen.asOf, kinds, version: beside });
  const changed = changedRows(then, liveRows);
  const telling = { ...speech, renames: renamesIn(changed) };
  const figures = changedFigures(told[speech.language], now, telling);
  return {
    figures: figures.filter(({ isWords }) => !isWords),
    words: figures.filter(({ isWords }) => isWords),
    rows: changed,
    otherBase: await otherBaseOf(db, { was: base, is: await baseOf(db, building) }),
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
