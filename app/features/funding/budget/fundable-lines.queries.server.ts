import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { underTheirNames } from "./line-names.queries.server";

/** A budget line that may pay for training: one of money, of a project that has started. */
export type FundableLine = {
  id: string;
  projectId: string;
  projectName: string;
  /** The project runs from `startsOn` until the day before `endsBefore`. */
  startsOn: IsoDate;
  endsBefore: IsoDate;
  costCategory: string;
  name: string;
  /** Current budget − actual − committed, in öre; negative where more is promised than there is. */
  availableOre: number;
  /** When the grant that pays it was closed: it pays for nothing after that day. */
  closedOn: IsoDate | null;
  /** On the day asked for its project runs, and its grant is not closed. */
  isOpen: boolean;
  /** Its budget has the day asked for. */
  isPlanned: boolean;
  /** Until the end of which day the project's ledger is known; null where none has been read. */
  bookedThrough: IsoDate | null;
};

/**
 * The lines of the projects that have started and that somebody has been near, with the one that a
 * course holds already; or lines by their ids.
 */
export type WhichLines = { near: string; held: string | null } | { lineIds: string[] };

/**
 * The lines paid by a grant or in cash that could pay for what happens on a day, newest project
 * first. Committed are the courses that wait for approval, all of them; what is booked after today
 * counts nowhere, as in the project's own figures.
 */
export async function fundableLines(
  db: Db,
  { which, day, today }: { which: WhichLines; day: IsoDate; today: IsoDate },
): Promise<FundableLine[]> {
  const rows = await db.$queryRaw<
    (Omit<FundableLine, "availableOre"> & { availableOre: bigint })[]
  >`
    select line.line_id as id, project.id as "projectId", project.name as "projectName",
      to_char(project.starts_on, 'YYYY-MM-DD') as "startsOn",
      to_char(project.ends_before, 'YYYY-MM-DD') as "endsBefore",
      titled.cost_category as "costCategory", titled.name,
      available.amount_ore as "availableOre",
      to_char(line.closed_on, 'YYYY-MM-DD') as "closedOn", line.is_open as "isOpen",
      line.is_planned as "isPlanned", to_char(booked.last_day, 'YYYY-MM-DD') as "bookedThrough"
    from project
    cross join lateral lines_on(project.id, ${day}::date, ${today}::date) line
    join lateral lines_of(project.id) titled on titled.line_id = line.line_id
    cross join lateral available_on(project.id, line.line_id, ${today}::date) available
    cross join lateral booked_through(project.id, ${today}::date) booked
    where line.financing <> 'in_kind' and ${chosen(which, today)}
    order by project.starts_on desc, project.name, project.id, line.place`;
  const lines = rows.map((row) => ({ ...row, availableOre: Number(row.availableOre) }));
  return underTheirNames(db, { lines, projectIds: lines.map(({ projectId }) => projectId) });
}

function chosen(which: WhichLines, today: IsoDate): Prisma.Sql {
  if ("lineIds" in which) {
    return Prisma.sql`project.id in (
        select project_id from budget_line where id = any(${which.lineIds}::uuid[]))
      and line.line_id = any(${which.lineIds}::uuid[])`;
  }
  const near = Prisma.sql`select project_id from projects_near(${which.near}::uuid)`;
  // The projects first, as ids: joined by "or", every project's lines would be looked at.
  return Prisma.sql`project.id = any(array(
      ${near} union select project_id from budget_line where id = ${which.held}::uuid))
    and (line.line_id = ${which.held}::uuid
      or project.starts_on <= ${today}::date and project.id in (${near}))`;
}
