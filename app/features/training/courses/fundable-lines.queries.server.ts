import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";

/** A budget line that may pay for training: one of money. */
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
};

/**
 * The lines of the projects that have started and that a unit or one above it runs, with the one
 * that a course holds already; or lines by their ids.
 */
export type WhichLines = { aroundUnit: string; held: string | null } | { lineIds: string[] };

/**
 * The lines paid by a grant or in cash, newest project first. Committed are the courses that wait
 * for approval, all of them; what is booked after today counts nowhere, as in the project's own
 * figures.
 */
export async function fundableLines(
  db: Db,
  { which, today }: { which: WhichLines; today: IsoDate },
): Promise<FundableLine[]> {
  const rows = await db.$queryRaw<
    (Omit<FundableLine, "availableOre"> & { availableOre: bigint })[]
  >`
    select line.id, project.id as "projectId", project.name as "projectName",
      to_char(project.starts_on, 'YYYY-MM-DD') as "startsOn",
      to_char(project.ends_before, 'YYYY-MM-DD') as "endsBefore",
      line.cost_category as "costCategory", line.name,
      (
        coalesce((select sum(amount_ore) from budget_amount where budget_line_id = line.id), 0)
        - coalesce((select sum(amount_ore) from cost where budget_line_id = line.id
            and withdrawn_at is null and booked_on <= ${today}::date), 0)
        - coalesce((select sum(cost_ore) from training_record where budget_line_id = line.id
            and kind = 'course' and status = 'submitted'), 0)
      )::bigint as "availableOre"
    from budget_line line join project on project.id = line.project_id
    where line.financing in ('grant', 'cash') and ${chosen(which, today)}
    order by project.starts_on desc, project.name, project.id, line.position`;
  return rows.map((row) => ({ ...row, availableOre: Number(row.availableOre) }));
}

function chosen(which: WhichLines, today: IsoDate): Prisma.Sql {
  if ("lineIds" in which) return Prisma.sql`line.id = any(${which.lineIds}::uuid[])`;
  return Prisma.sql`(line.id = ${which.held}::uuid
    or project.starts_on <= ${today}::date and project.unit_id in (
      select over_id from units_over(array[${which.aroundUnit}::uuid])))`;
}
