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
  /** The hours that the viewer has confirmed: then it waits for the new ones alone. */
  minutesBefore: number | null;
  form: HandOverForm;
  givesLevel: GivenLevel;
  trainers: string[];
  /** Core elements, by what the trainers entered. */
  elements: string[];
};

/** What waits for the viewer's word as a learner (`awaited_answers`), the oldest first. */
export async function listToConfirm(
  db: Db,
  viewer: Pick<Viewer, "personId" | "today">,
): Promise<ToConfirm[]> {
  if (!viewer.personId) return [];
  const { personId } = viewer;
  const awaited = await db.$queryRaw<{ id: string }[]>`
    select hand_over_id as id from awaited_answers() where person_id = ${personId}::uuid`;
  const handOvers = await db.handOver.findMany({
    where: { id: { in: awaited.map(({ id }) => id) } },
    orderBy: [{ heldOn: "asc" }, { id: "asc" }],
    include: {
      competence: { select: { code: true, name: true } },
      learners: { where: { personId } },
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
    minutesBefore: handOver.learners[0]?.keptMinutes ?? null,
    form: handOver.form,
    givesLevel: givenLevel(handOver.givesLevel),
    trainers: handOver.trainers.map(({ personId }) => nameWithNote(names.get(personId))),
    elements: handOver.elements.map(({ coreElement }) => coreElement.name),
  }));
}
