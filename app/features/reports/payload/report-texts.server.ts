import { Prisma } from "~/generated/prisma/client";
import { seenState } from "~/features/organisation/seen-state.server";
import type { Db } from "~/platform/db.server";
import { textNames, type ReportTexts } from "../rules/report";

export type StoredTexts = { texts: ReportTexts; comments: ReadonlyMap<string, string> };

/** What is written in a report, with its comments by budget line. Throws where there is none. */
export async function storedTexts(db: Db, reportId: string): Promise<StoredTexts> {
  const [report] = await db.$queryRaw<StoredWords[]>`
    select ${storedWords} from report where id = ${reportId}::uuid`;
  if (!report) throw new Error(`There is no report ${reportId}`);
  return textsIn(report);
}

/** The columns of a `report` that have its words. */
export const storedWords = Prisma.sql`
  activities, results, lessons, coalesce((
    select json_object_agg(budget_line_id, text) from report_comment where report_id = report.id
  ), '{}') as comments`;

export type StoredWords = ReportTexts & { comments: Record<string, string> };

export function textsIn({ activities, results, lessons, comments }: StoredWords): StoredTexts {
  return { texts: { activities, results, lessons }, comments: new Map(Object.entries(comments)) };
}

/** Tells two states of a report's words apart: a form carries the mark of what it was made from. */
export function textsMark({ texts, comments }: StoredTexts): string {
  const words = [
    textNames.map((name) => texts[name]),
    [...comments].sort(([a], [b]) => (a < b ? -1 : 1)),
  ];
  return seenState(words);
}
