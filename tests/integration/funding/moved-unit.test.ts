import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { noteReported } from "~/features/funding/reported/reported-periods.commands.server";
import { showProjectForm } from "~/features/funding/projects/project-form.queries.server";
import { changeProject } from "~/features/funding/projects/projects.commands.server";
import { touchedByMove } from "~/overviews/project/touched-by-move.server";
import { toDbDate } from "~/terms/day";
import { makeAttestation } from "../../factories/attestation";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeCompetence } from "../../factories/competence";
import { makeFrozenGroup } from "../../factories/frozen-group";
import { makeHandOver } from "../../factories/hand-over";
import { makePerson } from "../../factories/person";
import { makeSetUpProject } from "../../factories/set-up-project";
import { makeUnit } from "../../factories/unit";
import { testDatabase } from "../../support/database";
import { questionOf } from "../../support/question-of";

const { db } = await testDatabase();

/** A project of 2013 whose group learned from one of two who had the method from a course. */
async function taughtProject() {
  const { project, administrator } = await makeSetUpProject(db);
  const { authorityId, unitId } = project;
  const unit = await db.unit.findUniqueOrThrow({ where: { id: unitId } });
  const other = await makeUnit(db, { authorityId });
  const competence = await makeCompetence(db, { authorityId });
  const competenceId = competence.id;
  const people = [];
  for (let count = 0; count < 3; count += 1) people.push(await makePerson(db, { unit }));
  const [teacher, beside, learner] = people.map(({ id }) => id);
  if (!teacher || !beside || !learner) throw new Error("Three people were made");
  for (const personId of [teacher, beside]) {
    const given = { personId, competenceId, attestedOn: "2013-02-01", level: 4 };
    await makeAttestation(db, given);
    await makeAttestation(db, { ...given, source: "teach_back" as const, level: undefined });
  }
  await makeFrozenGroup(db, { project, competenceId, members: [learner] });
  const entered = await makeHandOver(db, {
    ...{ competence, projectId: project.id, heldOn: "2013-03-01", trainers: [teacher] },
    learners: [{ id: learner, confirmedOn: "2013-10-15" }],
  });
  const change = async (given: object) => {
    const { seen, values } = await showProjectForm(db, administrator, project.code);
    const { code = "", name = "", unitId: unitNow = "", startsOn = "", endsOn = "" } = values;
    return changeProject(
      db,
      administrator,
      {
        ...{
          submissionId: randomUUID(),
          code,
          name,
          purpose: "",
          unitId: unitNow,
          startsOn,
          endsOn,
        },
        ...{ seen: seen ?? "", agreed: "", reason: "", currentCode: project.code, ...given },
      },
      touchedByMove,
    );
  };
  const share = (startsOn: string, endsBefore: string) =>
    db.$transaction((tx) =>
      noteReported(tx, {
        ...{ projectId: project.id, reportId: randomUUID(), period: { startsOn, endsBefore } },
      }),
    );
  return { project, unit, other, competence, learner, entered, change, share };
}

test("another unit is asked about, with each figure of past days that is otherwise by it", async () => {
  const { project, unit, other, competence, change } = await taughtProject();
  const { touched, mark } = await questionOf(change({ unitId: other.id }));
  const today = touched[1]?.values?.date;
  const of = { name: competence.name, date: today };
  expect(touched).toEqual([
    { key: "funding.touched.unit", values: { before: unit.name, after: other.name } },
    { key: "funding.touched.learned", values: { ...of, before: 3, after: 2 } },
    { key: "funding.touched.beside", values: { ...of, before: 2, after: 1 } },
    { key: "funding.touched.activation", values: { ...of, before: "1/2", after: "1/1" } },
    { key: "funding.touched.besideGroup", values: { ...of, before: 2, after: 1 } },
  ]);
  const stored = () => db.project.findUniqueOrThrow({ where: { id: project.id } });
  expect((await stored()).unitId).toBe(unit.id);
  await change({ unitId: other.id, agreed: mark });
  expect((await stored()).unitId).toBe(other.id);
  const trail = await db.auditEvent.findFirstOrThrow({
    where: { action: "project.change", subjectId: project.id },
  });
  expect(trail.detail).toMatchObject({ unitId: other.id, was: { unitId: unit.id } });
});

test("what a funder has read is touched with a reason alone", async () => {
  const { project, other, change, share } = await taughtProject();
  await share("2013-01-01", "2013-02-01");
  await share("2013-01-01", "2013-07-01");
  await share("2013-07-01", "2014-01-01");
  const { touched, mark } = await questionOf(change({ unitId: other.id }));
  // In January there was nothing that is otherwise.
  expect(touched.at(-1)).toEqual({
    ...{ key: "funding.touched.read" },
    values: { count: 2, from: "2013-01-01", to: "2013-12-31" },
  });
  await questionOf(change({ unitId: other.id, agreed: mark }));
  await change({ unitId: other.id, agreed: mark, reason: "Fel enhet" });
  const trail = await db.auditEvent.findFirstOrThrow({
    where: { action: "project.change", subjectId: project.id },
  });
  expect(trail.detail).toMatchObject({ reason: "Fel enhet" });
});

test("a last day that moves answers to another day is asked about, with the hours", async () => {
  const { project, entered, learner, change } = await taughtProject();
  const line = await makeBudgetLine(db, { projectId: project.id, financing: "in_kind" });
  await db.ownHours.create({
    data: {
      ...{ projectId: project.id, budgetLineId: line.id, personId: learner, minutes: 80 },
      ...{ rateOre: 100n, amountOre: 133n, sourceType: "hand_over", sourceId: entered.id },
      ...{ workedOn: toDbDate("2013-03-01"), countsOn: toDbDate("2013-10-15") },
    },
  });
  const { touched, mark } = await questionOf(change({ endsOn: "2013-09-30" }));
  expect(touched).toContainEqual({
    ...{ key: "funding.touched.ownHours" },
    values: { date: "2013-09-30", before: "0", after: "1:20" },
  });
  await change({ endsOn: "2013-09-30", agreed: mark });
  // The other way as well.
  expect((await questionOf(change({ endsOn: "2013-12-31" }))).touched).toContainEqual({
    ...{ key: "funding.touched.ownHours" },
    values: { date: "2013-09-30", before: "1:20", after: "0" },
  });
});

test("another unit of a project without methods asks nothing, nor does another name", async () => {
  const { project, administrator } = await makeSetUpProject(db);
  const other = await makeUnit(db, { authorityId: project.authorityId });
  const { seen, values } = await showProjectForm(db, administrator, project.code);
  const { startsOn = "", endsOn = "" } = values;
  await changeProject(
    db,
    administrator,
    {
      ...{ submissionId: randomUUID(), code: project.code, name: "Nytt", purpose: "", startsOn },
      ...{ endsOn, unitId: other.id, seen: seen ?? "", agreed: "", reason: "" },
      currentCode: project.code,
    },
    touchedByMove,
  );
});
