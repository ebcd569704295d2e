import type { Viewer } from "~/features/access/viewer";
import { namesOf } from "~/features/organisation/names/names.queries.server";
import { nameWithNote } from "~/features/organisation/names/person-name";
import type { Db } from "~/platform/db.server";
import { toIsoDate, type IsoDate } from "~/terms/day";
import { givenLevel, type GivenLevel, type HandOverForm } from "../rules/occasion";

/** A hand-over that waits for the viewer's answer as a learner. */
export type ToConfirm = {
  id: string;
  competence: { code: string; name: string };
  heldOn: IsoDate;
  minutes: number;
  form: HandOverForm;
  givesLevel: GivenLevel;
  trainers: string[];
  /** Core elements, by what the trainers entered. */
  elements: string[];
};

/** What the viewer is named a learner of and has not answered, the oldest first. */
export async function listToConfirm(
  db: Db,
  viewer: Pick<Viewer, "personId" | "today">,
): Promise<ToConfirm[]> {
  if (!viewer.personId) return [];
  const handOvers = await db.handOver.findMany({
    where: {
      withdrawnAt: null,
      learners: { some: { personId: viewer.personId, confirmedOn: null, declinedOn: null } },
    },
    orderBy: [{ heldOn: "asc" }, { id: "asc" }],
    include: {
      competence: { select: { code: true, name: true } },
      trainers: { select: { personId: true }, orderBy: { person: { familyName: "asc" } } },
      elements: {
        select: { coreElement: { select: { name: true } } },
        orderBy: { coreElement: { position: "asc" } },
      },
    },
  });
  const trainerIds = handOvers.flatMap(({ trainers }) => trainers.map(({ personId }) => personId));
  const names = await namesOf(db, trainerIds, viewer.today);
  return handOvers.map((handOver) => ({
    id: handOver.id,
    competence: handOver.competence,
    heldOn: toIsoDate(handOver.heldOn),
    minutes: handOver.minutes,
    form: handOver.form,
    givesLevel: givenLevel(handOver.givesLevel),
    trainers: handOver.trainers.map(({ personId }) => nameWithNote(names.get(personId))),
    elements: handOver.elements.map(({ coreElement }) => coreElement.name),
  }));
}
