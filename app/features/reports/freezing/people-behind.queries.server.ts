import type { Db } from "~/platform/db.server";

/** Who stands behind a version's keys. */
export async function peopleBehind(db: Db, versionId: string): Promise<Map<string, string>> {
  const people = await db.reportVersionPerson.findMany({ where: { versionId } });
  return new Map(people.map(({ key, personId }) => [key, personId]));
}
