import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { showProjectForm } from "~/features/funding/projects/project-form.queries.server";
import { changeProject } from "~/features/funding/projects/projects.commands.server";
import { touchedByMove } from "~/overviews/project/touched-by-move.server";
import { toDbDate } from "~/terms/day";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeCompetence } from "../../factories/competence";
import { makeCost } from "../../factories/cost";
import { makeFrozenGroup } from "../../factories/frozen-group";
import { makeHandOver } from "../../factories/hand-over";
import { makeIndicator } from "../../factories/indicator";
import { makePerson } from "../../factories/person";
import { makeReport } from "../../factories/report";
import { makeSetUpProject } from "../../factories/set-up-project";
import { testDatabase } from "../../support/database";
import { questionOf } from "../../support/question-of";

const { db } = await testDatabase();

/** A project of 2013 with something of each kind in its last days. */
async function filledProject() {
  const { project, manager } = await makeSetUpProject(db);
  const projectId = project.id;
  const line = await makeBudgetLine(db, { projectId });
  for (const bookedOn of ["2013-12-20", "2013-12-24", "2013-12-27", "2014-05-05"]) {
    await makeCost(db, { projectId, budgetLineId: line.id, bookedOn, amountOre: 100 });
  }
  const half = { startsOn: toDbDate("2013-07-01"), endsBefore: toDbDate("2014-01-01") };
  await db.phase.createMany({
    data: [
      { projectId, name: "Etapp 2", ...half },
      { projectId, name: "Av misstag", ...half, withdrawnAt: new Date() },
    ],
  });
  await makeReport(db, { projectId, startsOn: "2013-07-01", endsBefore: "2014-01-01" });
  await makeIndicator(db, { projectId, targets: [["2013-12-31", 10]] });
  const person = await makePerson(db, { unit: { ...project, id: project.unitId } });
  await db.trainingRecord.createMany({
    data: (["submitted", "returned", "approved"] as const).map((status) => ({
      ...{ authorityId: project.authorityId, personId: person.id, kind: "course" as const, status },
      ...{ title: "Kurs", heldOn: toDbDate("2013-12-28"), minutes: 60, budgetLineId: line.id },
    })),
  });
  const change = async (given: {
    startsOn?: string;
    endsOn?: string;
    agreed?: string;
    unitId?: string;
    reason?: string;
  }) => {
    const { seen, values } = await showProjectForm(db, manager, project.code);
    const { code = "", name = "", unitId = "", startsOn = "", endsOn = "" } = values;
    const input = {
      ...{ submissionId: randomUUID(), code, name, purpose: "", unitId },
      startsOn,
      endsOn,
    };
    const sent = {
      ...input,
      seen: seen ?? "",
      agreed: "",
      reason: "",
      ...given,
      currentCode: project.code,
    };
    return changeProject(db, manager, sent, touchedByMove);
  };
  return { project, line, change };
}

test("a shorter time lists what it leaves outside, and is carried out after a yes", async () => {
  const { project, change } = await filledProject();
  const question = await questionOf(change({ endsOn: "2013-12-23" }));
  expect(question.touched).toEqual([
    { key: "funding.outside.cost", values: { count: 2, from: "2013-12-24", to: "2013-12-27" } },
    { key: "funding.outside.course", values: { count: 1, from: "2013-12-28", to: "2013-12-28" } },
    {
      key: "funding.outside.waiting-course",
      values: { count: 2, from: "2013-12-28", to: "2013-12-28" },
    },
    { key: "funding.outside.phase", values: { count: 1, from: "2013-07-01", to: "2013-12-31" } },
    { key: "funding.outside.target", values: { count: 1, from: "2013-12-31", to: "2013-12-31" } },
    { key: "funding.outside.report", values: { count: 1, from: "2013-07-01", to: "2013-12-31" } },
  ]);
  const stored = () => db.project.findUniqueOrThrow({ where: { id: project.id } });
  expect((await stored()).endsBefore).toEqual(project.endsBefore);

  await change({ endsOn: "2013-12-23", agreed: question.mark });
  expect((await stored()).endsBefore).toEqual(toDbDate("2013-12-24"));
  // What lies outside already is not asked about again; another list is no list that was agreed to.
  await change({ startsOn: "2012-12-01" });
  await questionOf(change({ endsOn: "2013-12-19", agreed: question.mark }));
});

test("a longer time touches nothing, nor does a day that only just holds everything", async () => {
  const { change } = await filledProject();
  await change({ startsOn: "2012-01-01", endsOn: "2015-12-31" });
  await change({ endsOn: "2014-05-05" });
  const question = await questionOf(change({ endsOn: "2014-05-04" }));
  expect(question.touched).toHaveLength(1);
});

test("a budget lies within its own days, the last of them included", async () => {
  const { project, change } = await filledProject();
  await makeBudgetLine(db, { projectId: project.id, plan: 1_000 });
  await expect(change({ endsOn: "2013-12-30" })).rejects.toMatchObject({
    fields: { endsOn: { values: { date: "2013-12-31" } } },
  });
  await change({ endsOn: "2013-12-31" });
});

test("a later beginning is asked about as well", async () => {
  const { change } = await filledProject();
  expect((await questionOf(change({ startsOn: "2013-07-02" }))).touched).toMatchObject([
    { key: "funding.outside.phase" },
    { key: "funding.outside.start" },
    { key: "funding.outside.report" },
  ]);
  const { touched, mark } = await questionOf(change({ startsOn: "2013-07-01" }));
  expect(touched.map(({ key }) => key)).toEqual(["funding.outside.start"]);
  await change({ startsOn: "2013-07-01", agreed: mark });
});

test("withdrawn costs and hours lie nowhere", async () => {
  const { project, line, change } = await filledProject();
  await db.cost.updateMany({
    where: { projectId: project.id },
    data: { withdrawnAt: new Date(), budgetLineId: line.id },
  });
  const { touched } = await questionOf(change({ endsOn: "2013-12-23" }));
  expect(touched.map(({ key }) => key)).not.toContain("funding.outside.cost");
});

test("what has no budget line, group and start of a measure are asked about as well", async () => {
  const { project, change } = await filledProject();
  const [projectId, unit] = [project.id, { ...project, id: project.unitId }];
  const competence = await makeCompetence(db, { authorityId: project.authorityId });
  const [teacher, learner] = [await makePerson(db, { unit }), await makePerson(db, { unit })];
  await db.trainingRecord.createMany({
    data: (["submitted", "approved"] as const).map((status) => ({
      ...{
        authorityId: project.authorityId,
        personId: learner.id,
        kind: "course" as const,
        status,
      },
      ...{ title: "Utan post", heldOn: toDbDate("2013-01-20"), minutes: 60, projectId },
    })),
  });
  const given = { competence, projectId, trainers: [teacher.id] };
  await makeHandOver(db, { ...given, heldOn: "2013-01-21", learners: [learner.id] });
  await makeHandOver(db, { ...given, heldOn: "2013-01-22", learners: [], withdrawn: true });
  await makeFrozenGroup(db, { project, competenceId: competence.id, members: [learner.id] });

  const question = await questionOf(change({ startsOn: "2013-01-22" }));
  const on = (count: number, from: string) => ({ count, from, to: from });
  expect(question.touched).toEqual([
    { key: "funding.outside.course", values: on(1, "2013-01-20") },
    { key: "funding.outside.waiting-course", values: on(1, "2013-01-20") },
    { key: "funding.outside.hand-over", values: on(1, "2013-01-21") },
    { key: "funding.outside.group", values: on(1, "2013-01-01") },
    { key: "funding.outside.start", values: on(1, "2013-01-01") },
  ]);
});
