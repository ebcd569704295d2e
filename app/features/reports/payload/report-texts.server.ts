import { seenState } from "~/features/organisation/seen-state.server";
import type { Db } from "~/platform/db.server";
import { textNames, type ReportTexts } from "../rules/report";

export type StoredTexts = { texts: ReportTexts; comments: ReadonlyMap<string, string> };

/** What is written in a report, with its comments by budget line. Throws where there is none. */
export async function storedTexts(db: Db, reportId: string): Promise<StoredTexts> {
  const report = await db.report.findUniqueOrThrow({
    where: { id: reportId },
    include: { comments: true },
  });
  const { activities, results, lessons } = report;
  return {
    texts: { activities, results, lessons },
    comments: new Map(report.comments.map(({ budgetLineId, text }) => [budgetLineId, text])),
  };
}

/** Tells two states of a report's words apart: a form carries the mark of what it was made from. */
export function textsMark({ texts, comments }: StoredTexts): string {
  const words = [
    textNames.map((name) => texts[name]),
    [...comments].sort(([a], [b]) => (a < b ? -1 : 1)),
  ];
  return seenState(words);
}
