import { toDbDate, type IsoDate } from "~/terms/day";
import { instantOn, workdayAfter, type Calendar } from "../days";
import { authorityId, coreElementId, idOf, lineId, methodId, personId, projectId } from "../ids";
import { handOvers } from "../story/hand-overs";
import type { HandOverStory } from "../story/hand-over-story";
import { methods } from "../story/methods";
import { money } from "../story/money";
import type { PersonKey } from "../story/people";
import type { DemoRows } from "../tables";
import { accountOf } from "./accounts";
import { worth } from "./money";

type Books = Pick<
  DemoRows,
  | "handOvers"
  | "handOverTrainers"
  | "handOverLearners"
  | "handOverElements"
  | "trainingRecords"
  | "attestations"
  | "ownHours"
>;

/**
 * Each hand-over with the books it writes: a training record for every learner, the level of those
 * who have confirmed, and the own hours of all who took part in a project's.
 */
export function handOverRows(day: Calendar): Books {
  const told = handOvers.map((story) => tell(story, day));
  return {
    handOvers: told.map(handOverRow),
    handOverTrainers: told.flatMap(({ id, trainers }) =>
      trainers.map((trainer) => ({ handOverId: id, personId: personId(trainer) })),
    ),
    handOverLearners: told.flatMap(({ id, answers }) =>
      answers.map(({ who, confirmedOn, declinedOn }) => ({
        handOverId: id,
        personId: personId(who),
        confirmedOn: confirmedOn ? toDbDate(confirmedOn) : null,
        declinedOn: declinedOn ? toDbDate(declinedOn) : null,
      })),
    ),
    handOverElements: told.flatMap(elementRows),
    trainingRecords: told.flatMap(recordRows),
    attestations: told.flatMap(attestationRows),
    ownHours: told.flatMap((handOver) => ownHourRows(handOver, day)),
  };
}

type Answer = { who: PersonKey; confirmedOn?: IsoDate; declinedOn?: IsoDate };
type ToldHandOver = HandOverStory & {
  id: string;
  heldOn: IsoDate;
  enteredAt: Date;
  minutes: number;
  answers: Answer[];
  withdrawnAt: Date | null;
};

function tell(story: HandOverStory, day: Calendar): ToldHandOver {
  const heldOn = day(story.on);
  const confirmed = story.learners.map((who, index) => ({
    who,
    confirmedOn: workdayAfter(heldOn, 1 + (index % 3)),
  }));
  const unanswered = (story.unanswered ?? []).map((who) => ({ who }));
  const declined = (story.declined ?? []).map((who) => ({
    who,
    declinedOn: workdayAfter(heldOn, 2),
  }));
  return {
    ...story,
    id: idOf("hand-over", story.key),
    heldOn,
    enteredAt: instantOn(heldOn, "15:00"),
    minutes: story.hours * 60,
    answers: [...confirmed, ...unanswered, ...declined],
    withdrawnAt: story.withdrawn ? instantOn(day(story.withdrawn.on)) : null,
  };
}

function handOverRow(handOver: ToldHandOver): DemoRows["handOvers"][number] {
  const { id, method, project, trainers, withdrawn, withdrawnAt } = handOver;
  const enteredById = accountOf(trainers[0]);
  return {
    id,
    authorityId,
    competenceId: methodId(method),
    projectId: project ? projectId(project) : null,
    heldOn: toDbDate(handOver.heldOn),
    minutes: handOver.minutes,
    form: handOver.form,
    givesLevel: handOver.gives,
    note: handOver.note ?? "",
    enteredById,
    createdAt: handOver.enteredAt,
    withdrawnAt,
    withdrawnById: withdrawn ? enteredById : null,
    withdrawnReason: withdrawn?.reason ?? null,
  };
}

function elementRows({ id, method, leftOut = [] }: ToldHandOver): DemoRows["handOverElements"] {
  return methods[method].coreElements
    .map((_name, index) => index + 1)
    .filter((position) => !leftOut.includes(position))
    .map((position) => ({ handOverId: id, coreElementId: coreElementId(method, position) }));
}

function recordRows(handOver: ToldHandOver): DemoRows["trainingRecords"] {
  return handOver.answers.map((answer) => ({
    id: idOf("training-record", handOver.id, answer.who),
    authorityId,
    personId: personId(answer.who),
    kind: "hand_over",
    status: statusOf(handOver, answer),
    title: methods[handOver.method].name,
    competenceId: methodId(handOver.method),
    heldOn: toDbDate(handOver.heldOn),
    minutes: handOver.minutes,
    sourceType: "hand_over" as const,
    sourceId: handOver.id,
    submittedAt: handOver.enteredAt,
    submittedById: accountOf(handOver.trainers[0]),
    createdAt: handOver.enteredAt,
  }));
}

function statusOf({ withdrawnAt }: ToldHandOver, { confirmedOn, declinedOn }: Answer) {
  if (withdrawnAt) return "withdrawn";
  if (declinedOn) return "declined";
  return confirmedOn ? "approved" : "submitted";
}

function attestationRows(handOver: ToldHandOver): DemoRows["attestations"] {
  return handOver.answers.flatMap(({ who, confirmedOn }) => {
    if (!confirmedOn) return [];
    return {
      id: idOf("attestation", handOver.id, who),
      personId: personId(who),
      competenceId: methodId(handOver.method),
      level: handOver.gives,
      observed: false,
      source: "hand_over" as const,
      sourceType: "hand_over" as const,
      sourceId: handOver.id,
      attestedOn: toDbDate(handOver.heldOn),
      standsFrom: toDbDate(confirmedOn),
      attestedById: accountOf(handOver.trainers[0]),
      createdAt: instantOn(confirmedOn, "08:00"),
      withdrawnAt: handOver.withdrawnAt,
    };
  });
}

function ownHourRows(handOver: ToldHandOver, day: Calendar): DemoRows["ownHours"] {
  const { id, project, heldOn, minutes, method, withdrawnAt } = handOver;
  if (!project) return [];
  const line = money[project].lines.find(({ financing }) => financing === "in_kind");
  if (!line) throw new Error(`${project} has no line for own hours`);
  const present: Answer[] = [...handOver.trainers.map((who) => ({ who })), ...handOver.answers];
  const counts = handOver.answers.some(({ confirmedOn }) => confirmedOn);
  // The first of the trainers has entered it.
  const hasSaidYes = ({ who, confirmedOn, declinedOn }: Answer) =>
    handOver.trainers.includes(who)
      ? counts || who === handOver.trainers[0]
      : Boolean(confirmedOn ?? declinedOn);
  return present.map(({ who, confirmedOn, declinedOn }) => ({
    id: idOf("own-hours", id, who),
    projectId: projectId(project),
    budgetLineId: lineId(project, line.key),
    personId: personId(who),
    workedOn: toDbDate(heldOn),
    ...worth(money[project], { minutes, on: heldOn, day }),
    text: methods[method].name,
    sourceType: "hand_over" as const,
    sourceId: id,
    unanswered: !hasSaidYes({ who, confirmedOn, declinedOn }),
    withdrawnAt: withdrawnAt ?? (declinedOn ? instantOn(declinedOn) : null),
  }));
}
