import { noteLook } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import {
  listAttestations,
  type AttestationsView,
} from "~/features/competence/attestations/attestations.queries.server";
import { competencesNamed } from "~/features/competence/catalogue/competences.queries.server";
import { confirmedLevels } from "~/features/competence/levels/confirmed-levels.queries.server";
import { basisOf, isCarrier } from "~/features/competence/rules/confirmed-level";
import { showPerson, type PersonView } from "~/features/organisation/people.queries.server";
import {
  listPlacements,
  type PlacementsView,
} from "~/features/organisation/placements/placement-list.queries.server";
import type { Database } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { Level } from "~/terms/level";
import { covers } from "~/terms/period";

export type PersonPage = {
  person: PersonView;
  isSelf: boolean;
  placements: PlacementsView;
  attestations: AttestationsView;
  levels: {
    competence: { code: string; name: string };
    level: Level;
    basis: ReturnType<typeof basisOf>;
    /** Since when they may hand it on, where they may today. */
    carrierSince: IsoDate | null;
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
    confirmedLevels(db, { personIds: [person.id], onDate: today }),
    listAttestations(db, viewer, person.id),
  ]);
  const competences = await competencesNamed(
    db,
    levels.map(({ competenceId }) => competenceId),
  );
  const isActive = covers({ startsOn: person.joinedOn, endsBefore: person.leftOn }, today);
  const knownOf = new Map(levels.map((known) => [known.competenceId, known]));
  return {
    person,
    isSelf: viewer.personId === person.id,
    placements,
    attestations,
    levels: competences.flatMap(({ id, code, name }) => {
      const known = knownOf.get(id);
      if (!known) return [];
      const carrierSince = isActive && isCarrier(known) ? known.clearedSince : null;
      return [
        { competence: { code, name }, level: known.level, basis: basisOf(known), carrierSince },
      ];
    }),
  };
}
