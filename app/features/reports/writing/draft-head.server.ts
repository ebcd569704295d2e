import type { Db } from "~/platform/db.server";
import { toIsoDate, type IsoDate } from "~/terms/day";
import type { ReportKind } from "../rules/report";

/** What a draft is, apart from its words. */
export type DraftHead = {
  kind: ReportKind;
  title: string;
  startsOn: IsoDate;
  endsBefore: IsoDate;
  dueOn: IsoDate;
};

/** Throws where there is no such report. */
export async function storedHead(db: Db, reportId: string): Promise<DraftHead> {
  const report = await db.report.findUniqueOrThrow({ where: { id: reportId } });
  return {
    kind: report.kind,
    title: report.title,
    startsOn: toIsoDate(report.startsOn),
    endsBefore: toIsoDate(report.endsBefore),
    dueOn: toIsoDate(report.dueOn),
  };
}
