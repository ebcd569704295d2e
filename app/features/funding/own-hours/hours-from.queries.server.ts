import type { Db } from "~/platform/db.server";
import { sourceColumns, type Source } from "~/platform/source";

/** The own hours that stand in the books and come from something: of how many, and their worth. */
export async function hoursFrom(
  db: Db,
  source: Source,
): Promise<{ people: number; minutes: number; amountOre: number }> {
  const booked = await db.ownHours.aggregate({
    where: { ...sourceColumns(source), withdrawnAt: null },
    _count: { _all: true },
    _sum: { minutes: true, amountOre: true },
  });
  return {
    people: booked._count._all,
    minutes: booked._sum.minutes ?? 0,
    amountOre: Number(booked._sum.amountOre ?? 0),
  };
}
