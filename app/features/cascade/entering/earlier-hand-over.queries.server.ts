import type { Viewer } from "~/features/access/viewer";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { toIsoDate, type IsoDate } from "~/terms/day";
import { fullName, type HandOverForm } from "../rules/occasion";
import { handOversInReach } from "../hand-overs/reachable-hand-overs.server";

type Named = { id: string; name: string };

/** What stood in a hand-over, as the form's fields take it. */
export type EarlierHandOver = {
  id: string;
  /** Its code. */
  competence: string;
  heldOn: IsoDate;
  minutes: number;
  form: HandOverForm;
  givesLevel: number;
  trainers: Named[];
  /** Without those who declined. */
  learners: Named[];
  elements: string[];
  project: { id: string; code: string } | null;
  note: string;
  /** Whether it has been withdrawn: then entering it anew is a correction, else a second one. */
  isWithdrawn: boolean;
};

const participant = {
  include: { person: { select: { id: true, givenName: true, familyName: true } } },
  orderBy: { person: { familyName: "asc" } },
} as const;

/** A hand-over to be entered anew; 404 for who can't see it. */
export async function earlierHandOver(
  db: Db,
  viewer: Viewer,
  id: string,
): Promise<EarlierHandOver> {
  const handOver = await db.handOver.findFirst({
    where: { AND: [{ id }, handOversInReach(viewer)] },
    include: {
      competence: { select: { code: true } },
      project: { select: { id: true, code: true } },
      trainers: participant,
      learners: participant,
      elements: { select: { coreElementId: true } },
    },
  });
  if (!handOver) return notFound();
  return {
    id: handOver.id,
    competence: handOver.competence.code,
    heldOn: toIsoDate(handOver.heldOn),
    minutes: handOver.minutes,
    form: handOver.form,
    givesLevel: handOver.givesLevel,
    trainers: handOver.trainers.map(named),
    learners: handOver.learners.filter(({ declinedOn }) => declinedOn === null).map(named),
    elements: handOver.elements.map(({ coreElementId }) => coreElementId),
    project: handOver.project,
    note: handOver.note,
    isWithdrawn: handOver.withdrawnAt !== null,
  };
}

function named({
  person,
}: {
  person: { id: string; givenName: string; familyName: string };
}): Named {
  return { id: person.id, name: fullName(person) };
}
