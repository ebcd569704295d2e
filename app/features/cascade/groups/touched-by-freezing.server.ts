import type { TouchedFigures } from "~/features/funding/reported/agreed-change.server";
import { readSince } from "~/features/funding/reported/read-periods.queries.server";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";

type Freezing = { projectId: string; competenceId: string; day: IsoDate; count: number };

/** What it touches that a group is frozen for a day: what a funder has read of that day or later. */
export async function touchedByFreezing(
  db: Db,
  { projectId, competenceId, day: date, count }: Freezing,
): Promise<TouchedFigures> {
  const read = await readSince(db, projectId, date);
  if (read.length === 0) return { touched: [], read };
  const { name } = await db.competence.findUniqueOrThrow({ where: { id: competenceId } });
  return { touched: [{ key: "cascade.freeze.people", values: { name, count, date } }], read };
}
