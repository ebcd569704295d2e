import { noteLook } from "~/features/access/audit.server";
import { hasRole, type Viewer } from "~/features/access/viewer";
import { showPerson, type PersonView } from "~/features/organisation/people.queries.server";
import type { IsoDate } from "~/platform/clock";
import type { Database } from "~/platform/db.server";
import { confirmedLevels } from "./confirmed-levels.queries.server";
import type { Level } from "./level";

export type PersonPage = {
  person: PersonView;
  isSelf: boolean;
  /** The viewer may confirm levels and teach-backs of this person. */
  mayAttest: boolean;
  levels: {
    competence: { code: string; name: string };
    level: Level;
    observed: Level;
    clearedSince: IsoDate | null;
  }[];
};

/** What is confirmed of one person today. Looking at somebody else's page is noted in the trail. */
export async function showPersonPage(
  db: Database,
  viewer: Viewer,
  { personId, today }: { personId: string; today: IsoDate },
): Promise<PersonPage> {
  const person = await showPerson(db, viewer, personId);
  await noteLook(db, viewer, person.id);
  const levels = await confirmedLevels(db, { who: { personIds: [person.id] }, onDate: today });
  const competences = await db.competence.findMany({
    where: { id: { in: levels.map(({ competenceId }) => competenceId) } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, code: true, name: true },
  });
  const levelOf = new Map(levels.map((level) => [level.competenceId, level]));
  return {
    person,
    isSelf: viewer.personId === person.id,
    mayAttest:
      viewer.personId !== person.id &&
      hasRole(viewer, "manager") &&
      viewer.managedUnitIds.includes(person.unit.id),
    levels: competences.map(({ id, code, name }) => ({
      competence: { code, name },
      level: levelOf.get(id)?.level ?? 0,
      observed: levelOf.get(id)?.observed ?? 0,
      clearedSince: levelOf.get(id)?.clearedSince ?? null,
    })),
  };
}
