import type { Speech } from "~/i18n/translator";
import type { Db } from "~/platform/db.server";
import { reportPayload } from "../payload/report-payload.queries.server";
import { changedRows, type ChangedRow } from "../rules/changed-rows";
import { tellReport } from "../tables/told-report";
import { changedFigures, type ChangedFigure } from "./changed-figures";
import { peopleBehind, rowsNow } from "./rows-now.queries.server";
import type { StoredVersion } from "./versions.queries.server";

export type Changes = {
  figures: ChangedFigure[];
  /** People who have no key in the version are their ids. */
  rows: ChangedRow[];
  /** Who stands behind the version's keys, by key; who has been erased is missing. */
  people: ReadonlyMap<string, string>;
};

type Asked = { reportId: string; version: StoredVersion; speech: Speech };

/**
 * What a version would say otherwise if it were shared now, for the same days: figure by figure, and
 * the rows that have changed. Its reader has more of the project to see than the funder has.
 */
export async function changesSince(db: Db, asked: Asked): Promise<Changes> {
  const { reportId, version } = asked;
  const { projectId } = await db.report.findUniqueOrThrow({ where: { id: reportId } });
  const { figures, rows } = version.content;
  const changed = await figuresSince(db, asked);
  const people = await peopleBehind(db, version.id);
  const liveRows = await rowsNow(db, { projectId, asOf: figures.asOf }, people);
  return { figures: changed, rows: changedRows(rows, liveRows), people };
}

/** The figures alone of `changesSince`. */
export async function figuresSince(
  db: Db,
  { reportId, version, speech }: Asked,
): Promise<ChangedFigure[]> {
  const { figures, told } = version.content;
  const live = await reportPayload(db, { reportId, today: version.frozenOn });
  const now = tellReport({ ...live, report: figures.report, texts: figures.texts }, speech);
  return changedFigures(told[speech.language], now, speech);
}
