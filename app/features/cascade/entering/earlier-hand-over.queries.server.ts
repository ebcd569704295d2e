import type { Viewer } from "~/features/access/viewer";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { toIsoDate, type IsoDate } from "~/terms/day";
import { namesOf } from "~/features/organisation/names/names.queries.server";
import { personChoice, type PersonName } from "~/features/organisation/names/person-name";
import type { HandOverForm } from "../rules/occasion";
import { participantsOf } from "../hand-overs/hand-overs.queries.server";
import { handOversInReach } from "../hand-overs/reachable-hand-overs.server";

type Named = ReturnType<typeof personChoice>;

/** What stood in a hand-over, as the form's fields take it. */
export type EarlierHandOver = {
  id: string;
  competenceId: string;
  heldOn: IsoDate;
  minutes: number;
  form: HandOverForm;
  givesLevel: number;
  trainers: Named[];
  /** Without those who declined. */
  learners: Named[];
  elements: string[];
  projectId: string | null;
  note: string;
  /** Whether it has been withdrawn: then entering it anew is a correction, else a second one. */
  isWithdrawn: boolean;
};

const participant = { orderBy: { person: { familyName: "asc" } } } as const;

/** A hand-over to be entered anew; 404 for who can't see it. */
export async function earlierHandOver(
  db: Db,
  viewer: Viewer,
  id: string,
): Promise<EarlierHandOver> {
  const handOver = await db.handOver.findFirst({
    where: { AND: [{ id }, handOversInReach(viewer)] },
    include: {
      trainers: participant,
      learners: participant,
      elements: { select: { coreElementId: true } },
    },
  });
  if (!handOver) return notFound();
  const names = await namesOf(db, participantsOf(handOver), viewer.today);
  return {
    id: handOver.id,
    competenceId: handOver.competenceId,
    heldOn: toIsoDate(handOver.heldOn),
    minutes: handOver.minutes,
    form: handOver.form,
    givesLevel: handOver.givesLevel,
    trainers: handOver.trainers.map(namedIn(names)),
    learners: handOver.learners.filter(({ declinedOn }) => declinedOn === null).map(namedIn(names)),
    elements: handOver.elements.map(({ coreElementId }) => coreElementId),
    projectId: handOver.projectId,
    note: handOver.note,
    isWithdrawn: handOver.withdrawnAt !== null,
  };
}

function namedIn(names: Map<string, PersonName>) {
  return ({ personId }: { personId: string }): Named => personChoice(personId, names.get(personId));
}
