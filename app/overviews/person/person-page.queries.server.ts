import { noteLook } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import {
  listAttestations,
  type AttestationsView,
} from "~/features/competence/attestations/attestations.queries.server";
import { confirmedLevels } from "~/features/competence/levels/confirmed-levels.queries.server";
import { canChangePerson } from "~/features/organisation/in-charge.policy";
import { showPerson, type PersonView } from "~/features/organisation/people.queries.server";
import type { Database } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { Level } from "~/terms/level";

export type PersonPage = {
  person: PersonView;
  isSelf: boolean;
  canChange: boolean;
  attestations: AttestationsView;
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
  const [levels, attestations] = await Promise.all([
    confirmedLevels(db, { who: { personIds: [person.id] }, onDate: today }),
    listAttestations(db, viewer, person.id),
  ]);
  const competences = await db.competence.findMany({
    where: { id: { in: levels.map(({ competenceId }) => competenceId) } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, code: true, name: true },
  });
  const levelOf = new Map(levels.map((level) => [level.competenceId, level]));
  return {
    person,
    isSelf: viewer.personId === person.id,
    canChange: canChangePerson(viewer, person),
    attestations,
    levels: competences.map(({ id, code, name }) => ({
      competence: { code, name },
      level: levelOf.get(id)?.level ?? 0,
      observed: levelOf.get(id)?.observed ?? 0,
      clearedSince: levelOf.get(id)?.clearedSince ?? null,
    })),
  };
}
