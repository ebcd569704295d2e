import type { Viewer } from "~/features/access/viewer";
import { namesOf } from "~/features/organisation/names/names.queries.server";
import { nameWithNote } from "~/features/organisation/names/person-name";
import type { Transaction } from "~/platform/db.server";
import type { Touched } from "~/platform/question";
import type { IsoDate } from "~/terms/day";
import { participantsOf } from "../hand-overs/hand-overs.queries.server";
import { handOversInReach } from "../hand-overs/reachable-hand-overs.server";

type Entered = {
  competence: { id: string; name: string };
  heldOn: IsoDate;
  learnerIds: readonly string[];
};

/**
 * What is to be asked before a hand-over is entered: those that it may be one occasion with. Of
 * them it says who learned what from whom, which who enters it has named as well. The people must
 * be held.
 */
export async function sameOccasions(
  tx: Transaction,
  viewer: Viewer,
  { competence, heldOn, learnerIds }: Entered,
): Promise<Touched[]> {
  const alike = await tx.$queryRaw<{ id: string }[]>`
    select hand_over_id as id
    from occasions_like(${competence.id}::uuid, ${heldOn}::date, ${[...learnerIds]}::uuid[])
    order by hand_over_id`;
  if (alike.length === 0) return [];
  const ids = alike.map(({ id }) => id);
  const handOvers = await tx.handOver.findMany({
    where: { id: { in: ids } },
    include: { trainers: true, learners: true },
    orderBy: { id: "asc" },
  });
  const reachable = await tx.handOver.findMany({
    where: { AND: [{ id: { in: ids } }, handOversInReach(viewer)] },
    select: { id: true },
  });
  const isReachable = new Set(reachable.map(({ id }) => id));
  const names = await namesOf(tx, handOvers.flatMap(participantsOf), viewer.today);
  const namesIn = (parts: { personId: string }[]) =>
    parts.map(({ personId }) => nameWithNote(names.get(personId))).join(", ");
  return handOvers.map(({ id, trainers, learners }) => ({
    key: "cascade.same.occasion",
    values: {
      trainers: namesIn(trainers),
      competence: competence.name,
      learners: namesIn(learners.filter(({ personId }) => learnerIds.includes(personId))),
    },
    links: [{ label: heldOn, href: isReachable.has(id) ? `/handovers/${id}` : null }],
  }));
}
