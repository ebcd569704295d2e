import { noteLook } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import {
  listAttestations,
  type AttestationsView,
} from "~/features/competence/attestations/attestations.queries.server";
import { confirmedLevels } from "~/features/competence/levels/confirmed-levels.queries.server";
import { showPerson, type PersonView } from "~/features/organisation/people.queries.server";
import {
  listPlacements,
  type PlacementsView,
} from "~/features/organisation/placements/placement-list.queries.server";
import type { Database } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { Level } from "~/terms/level";

export type PersonPage = {
  person: PersonView;
  isSelf: boolean;
  placements: PlacementsView;
  attestations: AttestationsView;
  levels: {
    competence: { code: string; name: string };
    level: Level;
    observed: Level;
    clearedSince: IsoDate | null;
  }[];
};

/** Where one person works, and what is confirmed of them today. Looking at somebody else's page is noted in the trail. */
export async function showPersonPage(
  db: Database,
  viewer: Viewer,
  { personId, today }: { personId: string; today: IsoDate },
): Promise<PersonPage> {
  const person = await showPerson(db, viewer, personId);
  await noteLook(db, viewer, person.id);
  const [placements, levels, attestations] = await Promise.all([
    listPlacements(db, viewer, { person, today }),
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
    placements,
    attestations,
    levels: competences.map(({ id, code, name }) => ({
      competence: { code, name },
      level: levelOf.get(id)?.level ?? 0,
      observed: levelOf.get(id)?.observed ?? 0,
      clearedSince: levelOf.get(id)?.clearedSince ?? null,
    })),
  };
}
