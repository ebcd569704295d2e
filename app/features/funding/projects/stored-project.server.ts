import type { Db } from "~/platform/db.server";
import { dayBefore, toIsoDate, type IsoDate } from "~/terms/day";

/** What a project is, as its form says it. */
export type StoredProject = {
  code: string;
  name: string;
  purpose: string;
  unitId: string;
  startsOn: IsoDate;
  /** Its last day. */
  endsOn: IsoDate;
};

/** A project that the caller has found within the viewer's reach. */
export async function storedProject(db: Db, id: string): Promise<StoredProject> {
  const { startsOn, endsBefore, ...rest } = await db.project.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ code: true, name: true, purpose: true, unitId: true },
      ...{ startsOn: true, endsBefore: true },
    },
  });
  return { ...rest, startsOn: toIsoDate(startsOn), endsOn: dayBefore(toIsoDate(endsBefore)) };
}
