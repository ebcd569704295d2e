import { randomUUID } from "node:crypto";
import type { Database } from "~/platform/db.server";
import { toDbDate } from "~/terms/day";
import { makeAuthority } from "../../factories/authority";
import { wrong } from "./stored-days";
import { bookedOn, deliveredIn, hourOre, hoursOf, type World } from "./page-world";

export async function storeCourses(db: Database, world: World): Promise<void> {
  const { authorityId, people, competences, projects, lines, facts } = world;
  const sourceOf = ({ kind }: { kind: string }) =>
    kind === "import" ? { sourceType: "import" as const, sourceId: randomUUID() } : {};
  await db.trainingRecord.createMany({
    data: facts.courses.map((course, index, all) => ({
      ...{ id: course.id, authorityId, personId: people[course.person], title: course.id },
      ...{ kind: course.kind, status: course.status, heldOn: toDbDate(course.heldOn) },
      ...{ minutes: course.minutes, costOre: BigInt(course.costOre), ...sourceOf(course) },
      competenceId: course.competence && competences[course.competence],
      budgetLineId: course.project && course.line && lines[course.project][course.line],
      projectId: course.project && !course.line ? projects[course.project] : null,
      planColleagues: course.plan?.colleagues ?? (course.hint === "colleagues" ? 1 : null),
      planDueOn: planDayOf(course),
      submittedAt: new Date(Date.UTC(2013, 5, 1, 0, 0, index)),
      replacedById: (course.replaced && all[index + 1]?.id) || null,
    })),
  });
  await db.attestation.createMany({
    data: facts.courses.flatMap(({ id, person, competence, confirms, heldOn }) => {
      if (!competence || !confirms) return [];
      const { level, observed } = confirms;
      const day = toDbDate(heldOn);
      return [
        {
          ...{ personId: people[person], competenceId: competences[competence], level, observed },
          ...{ source: "course" as const, sourceType: "training_record" as const, sourceId: id },
          ...{ attestedOn: day, standsFrom: day, withdrawnAt: wrong(confirms) },
        },
      ];
    }),
  });
  await db.course.createMany({
    data: [
      { authorityId, title: "Kurs", competenceId: competences.search },
      { authorityId: (await makeAuthority(db)).id, title: "Annan kurs" },
    ],
  });
  await db.cost.createMany({
    data: facts.courses.flatMap((course, index) => {
      const { id, project, line, status, costOre, costWithdrawn, invoiced } = course;
      if (!project || !line || status !== "approved") return [];
      return [
        {
          ...{ projectId: projects[project], budgetLineId: lines[project][line] },
          ...{ bookedOn: toDbDate(bookedOn(course)), amountOre: BigInt(costOre), sourceId: id },
          ...(invoiced && { voucherId: world.vouchers[project].last, rowNumber: index + 2 }),
          sourceType: "training_record" as const,
          withdrawnAt: wrong({ withdrawn: costWithdrawn }),
        },
      ];
    }),
  });
}

/** What waits is promised, on whatever line; what was decided on no longer is. */
export async function storePromises(db: Database, { lines, facts }: World): Promise<void> {
  await db.commitment.createMany({
    data: facts.courses.flatMap(({ id: sourceId, project, line, status, costOre }) => {
      if (!project || !line) return [];
      return [
        {
          ...{ budgetLineId: lines[project][line], amountOre: BigInt(costOre), sourceId },
          sourceType: "training_record" as const,
          withdrawnAt: wrong({ withdrawn: status !== "submitted" }),
        },
      ];
    }),
  });
}

function planDayOf({ plan, hint, heldOn }: World["facts"]["courses"][number]): Date | null {
  if (plan) return toDbDate(plan.dueOn);
  return hint === "dueOn" ? toDbDate(heldOn) : null;
}

export async function storeHandOvers(db: Database, world: World): Promise<void> {
  const { authorityId, people, competences, projects, lines, facts } = world;
  await db.handOver.createMany({
    data: facts.handOvers.map((held, index, all) => ({
      ...{ id: held.id, authorityId, competenceId: competences[held.competence] },
      ...{ heldOn: toDbDate(held.heldOn), givesLevel: held.givesLevel },
      minutes: held.enteredMinutes ?? held.minutes,
      keptMinutes: held.enteredMinutes && held.minutes,
      replacesId: (held.corrects && all[index - 1]?.id) || null,
      ...{ form: "walk_through" as const, projectId: held.project && projects[held.project] },
      ...(held.withdrawn && { withdrawnAt: new Date(), withdrawnReason: "Fel" }),
    })),
  });
  await db.handOverTrainer.createMany({
    data: facts.handOvers.flatMap(({ id, trainers }) =>
      trainers.map((key) => ({ handOverId: id, personId: people[key] })),
    ),
  });
  await db.handOverLearner.createMany({
    data: facts.handOvers.flatMap(({ id, learners }) =>
      learners.map(({ person, answer, on, hours }) => ({
        ...{ handOverId: id, personId: people[person] },
        confirmedOn: answer === "yes" ? toDbDate(on) : null,
        declinedOn: answer === "no" ? toDbDate(on) : null,
        keptMinutes: answer === "yes" && hours ? 30 : null,
        hoursDeclinedOn: answer === "yes" && hours === "declined" ? toDbDate(on) : null,
      })),
    ),
  });
  await db.ownHours.createMany({
    data: hoursOf(world).flatMap(({ project, person, minutes, handOver, isTakenBack }) => ({
      ...{ projectId: projects[project], budgetLineId: lines[project].hours, minutes },
      ...{ personId: people[person], workedOn: toDbDate(handOver.heldOn), rateOre: hourOre },
      ...{ amountOre: BigInt(minutes), sourceType: "hand_over" as const, sourceId: handOver.id },
      ...(isTakenBack && { withdrawnAt: new Date(), countsOn: toDbDate(handOver.heldOn) }),
    })),
  });
  await db.handOverElement.createMany({
    data: facts.handOvers.flatMap((held) =>
      deliveredIn(world, held).map((coreElementId) => ({ handOverId: held.id, coreElementId })),
    ),
  });
  await db.trainingRecord.createMany({
    data: facts.handOvers.flatMap((held) =>
      held.learners.map(({ person, answer }) => ({
        ...{ authorityId, personId: people[person], kind: "hand_over" as const, title: held.id },
        ...{ competenceId: competences[held.competence], heldOn: toDbDate(held.heldOn) },
        ...{ minutes: held.minutes, sourceType: "hand_over" as const, sourceId: held.id },
        status: held.withdrawn
          ? ("withdrawn" as const)
          : answer === null
            ? ("submitted" as const)
            : answer === "yes"
              ? ("approved" as const)
              : ("declined" as const),
      })),
    ),
  });
}
