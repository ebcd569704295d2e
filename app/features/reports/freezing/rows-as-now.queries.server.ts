import type { Viewer } from "~/features/access/viewer";
import { namesInReach } from "~/features/organisation/people.queries.server";
import type { Speech } from "~/i18n/translator";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { RowsOf } from "../page/rows-href";
import { baseOf } from "../payload/report-base.queries.server";
import { writtenRows } from "../payload/report-rows.queries.server";
import { kindsBehind } from "../rules/figure-rows";
import { rowsOfPeriod } from "./report-period.queries.server";
import { rowNames } from "./row-words";
import { chooseRows, tellRows, type AskedRows, type RowsView } from "./rows-view.server";

/**
 * The rows behind a project's figures as they are now, with the names that the viewer may see: those
 * of a report, or of the project's own page, which are of money. Whose the project is to look at is
 * the caller's matter.
 */
export async function rowsAsNow(
  db: Db,
  viewer: Viewer,
  {
    projectId,
    asOf,
    asked,
    period,
    ...telling
  }: {
    projectId: string;
    asOf: IsoDate;
    asked: AskedRows;
    /** Of a report: its id, and the first day of its period. */
    period?: { reportId: string; startsOn: IsoDate };
    of: RowsOf;
    title: string;
    speech: Speech;
  },
): Promise<RowsView> {
  const kinds = "code" in telling.of ? kindsBehind("money") : null;
  const rows = await writtenRows(db, { projectId, asOf, ...(kinds && { kinds }) });
  const { when = null } = asked;
  const ofPeriod =
    period && when !== null
      ? await rowsOfPeriod(db, {
          ...{ rows, when, version: null, startsOn: period.startsOn },
          base: await baseOf(db, { projectId, ...period }),
        })
      : null;
  const chosen = chooseRows(rows, asked, { asOf, period: ofPeriod });
  const ids = chosen.rows.flatMap(({ person }) => person ?? []);
  const names = await namesInReach(db, viewer, ids);
  return tellRows(chosen, {
    ...telling,
    names: rowNames(rows),
    personOf: (person) => (person === null ? "" : (names.get(person) ?? "")),
    wordsOf: ({ words }) => words,
  });
}
