import type { Prisma } from "~/generated/prisma/client";
import { hasRole, type Viewer } from "~/features/access/viewer";
import { namesOf } from "~/features/organisation/names/names.queries.server";
import { nameWithNote } from "~/features/organisation/names/person-name";
import type { Db } from "~/platform/db.server";
import { only } from "~/platform/only";
import { pageCountOf } from "~/platform/paging";
import { toIsoDate, type IsoDate } from "~/terms/day";
import type { NotCountedReason } from "../rules/lineage";
import { answerOf, type HandOverForm, type LearnersAnswer } from "../rules/occasion";
import { handOversInReach } from "./reachable-hand-overs.server";
import { handOverStates } from "../history/teaching-records.queries.server";

/** What the viewer gave, what they received, and what is in reach of their other roles. */
export const handOverParts = ["given", "received", "reach"] as const;
export type HandOverPart = (typeof handOverParts)[number];

/** Whether a hand-over counts today, and if not, why. */
export type HandOverState = "counted" | "withdrawn" | "declined" | NotCountedReason;

export type HandOverRow = {
  id: string;
  competence: { code: string; name: string };
  heldOn: IsoDate;
  minutes: number;
  form: HandOverForm;
  trainers: string[];
  learners: { name: string; answer: LearnersAnswer }[];
  state: HandOverState;
};

export type HandOverList = {
  part: HandOverPart;
  /** How many there are of each part that the viewer has. */
  parts: { part: HandOverPart; count: number }[];
  /** Of the viewer's own: those that count, in which they taught or learned. */
  counted: { given: number; received: number };
  handOvers: HandOverRow[];
  page: number;
  pageCount: number;
};

const pageSize = 25;

const byFamilyName = { person: { familyName: "asc" } } as const;

/** Hand-overs that concern the viewer, the newest first, a page at a time. */
export async function listHandOvers(
  db: Db,
  viewer: Viewer,
  { part: asked, page, today }: { part: HandOverPart | null; page: number; today: IsoDate },
): Promise<HandOverList> {
  const own = partsOf(viewer);
  const parts = await Promise.all(
    own.map(async (part) => ({
      part,
      count: await db.handOver.count({ where: partWhere(viewer, part) }),
    })),
  );
  const part =
    own.find((one) => one === asked) ?? parts.find(({ count }) => count > 0)?.part ?? own[0];
  const counted = await countedOf(db, viewer, today);
  if (!part) return { part: "given", parts: [], counted, handOvers: [], page: 1, pageCount: 1 };
  const found = await db.handOver.findMany({
    where: partWhere(viewer, part),
    orderBy: [{ heldOn: "desc" }, { id: "desc" }],
    skip: (page - 1) * pageSize,
    take: pageSize,
    include: {
      competence: { select: { code: true, name: true } },
      trainers: { orderBy: byFamilyName },
      learners: { orderBy: byFamilyName },
    },
  });
  const [names, states] = await Promise.all([
    namesOf(db, found.flatMap(participantsOf), today),
    handOverStates(
      db,
      found.map(({ id }) => id),
      today,
    ),
  ]);
  const count = parts.find((one) => one.part === part)?.count ?? 0;
  return {
    part,
    parts,
    counted,
    page,
    pageCount: pageCountOf(count, pageSize),
    handOvers: found.map((handOver) => ({
      id: handOver.id,
      competence: handOver.competence,
      heldOn: toIsoDate(handOver.heldOn),
      minutes: handOver.minutes,
      form: handOver.form,
      trainers: handOver.trainers.map(({ personId }) => nameWithNote(names.get(personId))),
      learners: handOver.learners.map((learner) => ({
        name: nameWithNote(names.get(learner.personId)),
        answer: answerOf(learner),
      })),
      state: stateOf(handOver, states),
    })),
  };
}

async function countedOf(
  db: Db,
  { personId }: Viewer,
  today: IsoDate,
): Promise<HandOverList["counted"]> {
  if (!personId) return { given: 0, received: 0 };
  const [counted] = await db.$queryRaw<HandOverList["counted"][]>`
    select (select count(*)::int from taught_by(${personId}::uuid, ${today}::date)) as given,
      (select count(*)::int from learned_by(${personId}::uuid, ${today}::date)) as received`;
  return counted ?? { given: 0, received: 0 };
}

/** Everybody in a hand-over, by their ids. */
export function participantsOf({
  trainers,
  learners,
}: {
  trainers: { personId: string }[];
  learners: { personId: string }[];
}): string[] {
  return [...trainers, ...learners].map(({ personId }) => personId);
}

/** What a page says of a hand-over; one that stands and has no state yet is to come. */
export function stateOf(
  { id, withdrawnAt, learners }: StandingHandOver,
  states: Awaited<ReturnType<typeof handOverStates>>,
): HandOverState {
  if (withdrawnAt) return "withdrawn";
  const declined = learners.filter((learner) => answerOf(learner) === "declined");
  if (learners.length > 0 && declined.length === learners.length) return "declined";
  return states.get(id) ?? "after-as-of";
}

type StandingHandOver = {
  id: string;
  withdrawnAt: Date | null;
  learners: readonly { confirmedOn: Date | null; declinedOn: Date | null }[];
};

function partsOf(viewer: Viewer): HandOverPart[] {
  const reaches = hasRole(viewer, "manager", "project_manager", "administrator");
  return [
    ...(viewer.personId ? (["given", "received"] as const) : []),
    ...(reaches ? (["reach"] as const) : []),
  ];
}

function partWhere(viewer: Viewer, part: HandOverPart): Prisma.HandOverWhereInput {
  const own = { some: { personId: only(viewer.personId) } };
  switch (part) {
    case "given":
      return { trainers: own };
    case "received":
      return { learners: own };
    case "reach":
      return handOversInReach(viewer);
  }
}
