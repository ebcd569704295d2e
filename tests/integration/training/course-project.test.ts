import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { logCourse, mendCourse } from "~/features/training/courses/courses.commands.server";
import { showLogForm, showMendForm } from "~/features/training/courses/log-form.queries.server";
import { showRecord } from "~/features/training/records/training.queries.server";
import type { CourseInput } from "~/features/training/records/training.schema";
import { courseInput } from "../../factories/course-input";
import { makeProject } from "../../factories/project";
import { makeUnit } from "../../factories/unit";
import { makeWorkplace } from "../../factories/workplace";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const today = "2013-06-01";
const { employee, manager, line, unit, authorityId } = await makeWorkplace(db);
const spring = { startsOn: "2013-01-01", endsBefore: "2013-05-15", name: "Våren" };
const project = await makeProject(db, { unit, ...spring });
const elsewhere = await makeProject(db, { unit: await makeUnit(db, { authorityId }) });

const log = (given: Partial<CourseInput>) =>
  logCourse(db, employee, courseInput({ title: randomUUID(), ...given }), today);

function storedProject(id: string) {
  return db.trainingRecord.findUniqueOrThrow({
    where: { id },
    select: { projectId: true, budgetLineId: true },
  });
}

test("a course without a budget line says for which project it was, or none", async () => {
  const id = await log({ projectId: project.id, heldOn: "2013-05-14" });
  expect(await storedProject(id)).toEqual({ projectId: project.id, budgetLineId: null });
  const { record } = await showRecord(db, manager, { id, today });
  expect(record.projectName).toBe("Våren");
  expect(await storedProject(await log({}))).toEqual({ projectId: null, budgetLineId: null });
});

test("the projects that have begun, of the unit and those above it, are offered", async () => {
  const ahead = await makeProject(db, { unit, startsOn: "2013-06-02", endsBefore: "2014-01-01" });
  const offered = await showLogForm(db, employee, { day: null, today });
  const ids = offered.projects.map(({ id }) => id);
  expect(ids).toContain(project.id);
  expect(ids).not.toContain(ahead.id);
  expect(ids).not.toContain(elsewhere.id);
});

test("a project takes no course of a day on which it didn't run", async () => {
  for (const heldOn of ["2012-12-31", "2013-05-15"]) {
    await expect(log({ projectId: project.id, heldOn })).rejects.toMatchObject({
      fields: { projectId: { key: "training.field.projectNotThen", values: { date: heldOn } } },
    });
  }
  await log({ projectId: project.id, heldOn: "2013-01-01" });
});

test("another unit's project and an id of nothing are none to choose", async () => {
  for (const projectId of [elsewhere.id, randomUUID()]) {
    await expect(log({ projectId })).rejects.toMatchObject({
      fields: { projectId: { key: "errors.notOffered" } },
    });
  }
});

test("a course with a budget line is the line's project's and can't be said to be another's", async () => {
  const paid = { cost: 100_000, budgetLineId: line.id };
  await expect(log({ ...paid, projectId: project.id })).rejects.toMatchObject({
    fields: { projectId: { key: "training.field.lineOfOtherProject" } },
  });
  const id = await log({ ...paid, projectId: line.projectId });
  expect(await storedProject(id)).toEqual({ projectId: null, budgetLineId: line.id });
});

test("a returned course keeps its project, also where that wouldn't be offered anew", async () => {
  const id = await log({ projectId: project.id });
  await db.trainingRecord.update({ where: { id }, data: { status: "returned" } });
  const away = await makeUnit(db, { authorityId });
  await db.project.update({ where: { id: project.id }, data: { unitId: away.id } });
  const { draft, projects } = await showMendForm(db, employee, { id, day: null, today });
  expect(draft.projectId).toBe(project.id);
  expect(projects.map((each) => each.id)).toContain(project.id);
  const mended = { ...courseInput({ projectId: draft.projectId }), id };
  await mendCourse(db, employee, mended, today);
  expect((await storedProject(id)).projectId).toBe(project.id);
});
