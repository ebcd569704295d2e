import { toDbDate, type IsoDate } from "~/terms/day";
import { instantOn, workdayAfter, type Calendar } from "../days";
import { authorityId, idOf, lineId, methodId, personId, projectId } from "../ids";
import { courses } from "../story/courses";
import { formerHead, headOf, people, type PersonKey } from "../story/people";
import { training, type SeatStory } from "../story/training";
import type { DemoRows } from "../tables";
import { accountOf, fullName } from "./accounts";
import { oreOfKronor } from "./ore";

type Books = Pick<
  DemoRows,
  "trainingRecords" | "trainingDecisions" | "attestations" | "costs" | "commitments"
>;

/** Each logged course with what its approval wrote: the decision, the level and the cost. */
export function trainingRows(day: Calendar): Books {
  const seats = training.map((seat) => ({ ...seat, heldOn: day(seat.on) }));
  const approved = seats.filter(({ status }) => status === undefined);
  return {
    trainingRecords: seats.map((seat) => recordRow(seat, day)),
    trainingDecisions: seats
      .filter(({ status }) => status === undefined || status === "returned")
      .map(decisionRow),
    attestations: approved.flatMap(attestationRows),
    costs: approved.flatMap(costRows),
    commitments: seats.filter(({ status }) => status === "submitted").flatMap(commitmentRows),
  };
}

type Seat = SeatStory & { heldOn: IsoDate };

function recordRow(seat: Seat, day: Calendar): DemoRows["trainingRecords"][number] {
  const { who, course, heldOn, paid, plan, status = "approved" } = seat;
  const { title, method, hours } = courses[course];
  const submittedAt = instantOn(submittedOn(seat));
  return {
    id: recordId(seat),
    authorityId,
    personId: personId(who),
    kind: "course",
    status,
    courseId: idOf("course", course),
    title,
    competenceId: method ? methodId(method) : null,
    heldOn: toDbDate(heldOn),
    minutes: hours * 60,
    learned: seat.learned ?? "",
    claimedLevel: seat.claimed ?? null,
    costOre: paid ? oreOfKronor(paid.kronor) : null,
    budgetLineId: paid ? trainingLine(paid) : null,
    evidenceLink:
      status === "returned"
        ? null
        : `https://kurser.example.se/intyg/${recordId(seat).slice(0, 8)}`,
    planColleagues: plan?.colleagues ?? null,
    planDueOn: plan ? toDbDate(day(plan.due)) : null,
    submittedAt,
    submittedById: accountOf(who),
    createdAt: submittedAt,
  };
}

function decisionRow(seat: Seat): DemoRows["trainingDecisions"][number] {
  const approved = seat.status === undefined;
  const { method } = courses[seat.course];
  return {
    id: idOf("training-decision", recordId(seat)),
    trainingRecordId: recordId(seat),
    approved,
    word: seat.word ?? "",
    confirmedLevel: approved && method ? (seat.confirmed ?? 0) : null,
    observed: seat.observed ?? false,
    ...decider(seat),
    decidedAt: instantOn(decidedOn(seat), "13:00"),
  };
}

function attestationRows(seat: Seat): DemoRows["attestations"] {
  const { method } = courses[seat.course];
  if (!method || !seat.confirmed) return [];
  return [
    {
      id: idOf("attestation", recordId(seat)),
      personId: personId(seat.who),
      competenceId: methodId(method),
      level: seat.confirmed,
      observed: seat.observed ?? false,
      source: "course",
      sourceType: "training_record" as const,
      sourceId: recordId(seat),
      attestedOn: toDbDate(seat.heldOn),
      standsFrom: toDbDate(seat.heldOn),
      attestedById: decider(seat).decidedById,
      createdAt: instantOn(decidedOn(seat), "13:00"),
    },
  ];
}

function costRows(seat: Seat): DemoRows["costs"] {
  const { course, heldOn, paid } = seat;
  if (!paid) return [];
  return [
    {
      id: idOf("cost", recordId(seat)),
      projectId: projectId(paid.by),
      budgetLineId: trainingLine(paid),
      bookedOn: toDbDate(heldOn),
      amountOre: oreOfKronor(paid.kronor),
      text: courses[course].title,
      sourceType: "training_record" as const,
      sourceId: recordId(seat),
    },
  ];
}

function commitmentRows(seat: Seat): DemoRows["commitments"] {
  const { paid } = seat;
  if (!paid) return [];
  return [
    {
      id: idOf("commitment", recordId(seat)),
      budgetLineId: trainingLine(paid),
      amountOre: oreOfKronor(paid.kronor),
      sourceType: "training_record" as const,
      sourceId: recordId(seat),
    },
  ];
}

function trainingLine(paid: NonNullable<SeatStory["paid"]>): string {
  return lineId(paid.by, "utbildning");
}

/** Who decides a person's courses: the head of the unit, and before today's heads another one. */
function decider({ who, heldOn }: Seat): { decidedById: string | null; decidedByName: string } {
  if (heldOn < "2015") return { decidedById: null, decidedByName: formerHead };
  const head: PersonKey = headOf[people[who].unit];
  return { decidedById: accountOf(head), decidedByName: fullName(head) };
}

function submittedOn({ heldOn }: Seat): IsoDate {
  return workdayAfter(heldOn, 2);
}

function decidedOn(seat: Seat): IsoDate {
  return workdayAfter(submittedOn(seat), 2);
}

function recordId({ who, course }: SeatStory): string {
  return idOf("training-record", who, course);
}
