import { Prisma } from "~/generated/prisma/client";

/** A line's id where it takes money on the day of the row called `cost`, else null. */
export function openLine(lineId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    select line.line_id from lines_on(cost.project_id, cost.booked_on, cost.booked_on) line
    where line.line_id = ${lineId} and line.is_open)`;
}
