import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { addCourse, changeCourse } from "~/features/training/catalogue/catalogue.commands.server";
import {
  listCatalogue,
  showCourseDraft,
} from "~/features/training/catalogue/catalogue.queries.server";
import { logCourse } from "~/features/training/courses/courses.commands.server";
import { showRecord } from "~/features/training/records/training.queries.server";
import { courseInput } from "../../factories/course-input";
import { makeCompetence } from "../../factories/competence";
import { next } from "../../factories/sequence";
import { makeViewer } from "../../factories/viewer";
import { makeWorkplace } from "../../factories/workplace";
import { testDatabase } from "../../support/database";
import { outcomeOf } from "../../support/outcome-of";

const { db } = await testDatabase();
const place = await makeWorkplace(db);
const { manager, authorityId, competence } = place;
const administrator = makeViewer({ authorityId, roles: ["administrator"] });

const typed = (given: { title?: string; competenceId?: string } = {}) => ({
  submissionId: randomUUID(),
  title: `Kurs ${next()}`,
  provider: "Högskolan",
  competenceId: competence.id,
  hours: 450,
  givesLevel: 2 as const,
  ...given,
});

async function changing(id: string, title: string) {
  const { draft } = await showCourseDraft(db, manager, id);
  return { ...typed({ title }), id, seen: draft.seen };
}

test("a course stands in the catalogue with what it gives, and changes", async () => {
  const id = await addCourse(db, manager, typed({ title: "Ankarkurs" }));
  const { rows } = await listCatalogue(db, administrator, 1);
  expect(rows[0]).toEqual({
    id,
    title: "Ankarkurs",
    provider: "Högskolan",
    competenceName: competence.name,
    minutes: 450,
    givesLevel: 2,
  });
  await changeCourse(db, manager, await changing(id, "ankarkurs"));
  expect((await showCourseDraft(db, manager, id)).draft.title).toBe("ankarkurs");
  const trail = await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
  expect(trail.map(({ action }) => action)).toEqual(["course.add", "course.change"]);
});

test("a title is taken once whatever its capitals, also by two at the same moment", async () => {
  const both = await Promise.all([
    outcomeOf(addCourse(db, manager, typed({ title: "Källkritik" }))),
    outcomeOf(addCourse(db, administrator, typed({ title: "KÄLLKRITIK" }))),
  ]);
  expect(both).toContain("done");
  expect(both).toContainEqual({ title: "training.catalogue.titleTaken" });
  const form = typed();
  const [first, second] = await Promise.all([
    addCourse(db, manager, form),
    addCourse(db, manager, form),
  ]);
  expect(second).toBe(first);
  const theirs = await makeCompetence(db);
  expect(await outcomeOf(addCourse(db, manager, typed({ competenceId: theirs.id })))).toEqual({
    competenceId: "errors.notOffered",
  });
});

test("of two who change the same course one is told", async () => {
  const id = await addCourse(db, manager, typed());
  const [mine, theirs] = [await changing(id, "Min titel"), await changing(id, "Deras titel")];
  const both = await Promise.all([
    outcomeOf(changeCourse(db, manager, mine)),
    outcomeOf(changeCourse(db, administrator, theirs)),
  ]);
  expect(both).toContain("done");
  expect(both).toContainEqual({ form: "organisation.changedMeanwhile" });
});

test("only leaders of the authority keep its catalogue", async () => {
  const elsewhere = await makeWorkplace(db);
  const id = await addCourse(db, manager, typed());
  const change = await changing(id, "Annat namn");
  const projectManager = makeViewer({ authorityId, roles: ["project_manager"] });
  for (const viewer of [place.employee, projectManager, makeViewer({ roles: ["funder"] })]) {
    expect(await outcomeOf(addCourse(db, viewer, typed()))).toBe("forbidden");
    expect(await outcomeOf(changeCourse(db, viewer, change))).toBe("forbidden");
    expect(await outcomeOf(listCatalogue(db, viewer, 1))).toBe("forbidden");
  }
  expect(await outcomeOf(changeCourse(db, elsewhere.manager, change))).toBe("not-found");
  expect(await outcomeOf(showCourseDraft(db, elsewhere.manager, id))).toBe("not-found");
});

test("a former title leads on to its course, until another is given it", async () => {
  const id = await addCourse(db, manager, typed({ title: "Grundkurs, 100 %" }));
  await changeCourse(db, manager, await changing(id, "Grundkurs på nätet"));
  let day = 10;
  const courseOf = async (title: string) => {
    // A day of its own each: one course of a day is asked about when it is logged again.
    const input = courseInput({ title, heldOn: `2013-05-${(day += 1)}` });
    const recordId = await logCourse(db, place.employee, input, "2013-06-01");
    const { courseId, title: logged } = await db.trainingRecord.findUniqueOrThrow({
      where: { id: recordId },
    });
    return [courseId, logged];
  };
  expect(await courseOf("grundkurs, 100 %")).toEqual([id, "Grundkurs på nätet"]);
  // No pattern, whose sign would stand for any other.
  expect(await courseOf("Grundkurs, 100 _")).toEqual([null, "Grundkurs, 100 _"]);
  expect(await courseOf("%")).toEqual([null, "%"]);

  const next = await addCourse(db, manager, typed({ title: "GRUNDKURS, 100 %" }));
  expect(await courseOf("grundkurs, 100 %")).toEqual([next, "GRUNDKURS, 100 %"]);
  expect(await courseOf("Grundkurs på nätet")).toEqual([id, "Grundkurs på nätet"]);
});

test("a course's level is proposed only while the course gives what the record is of", async () => {
  const other = await makeCompetence(db, { authorityId });
  const id = await addCourse(db, manager, typed({ title: "Nivåkurs" }));
  const recordId = await logCourse(
    db,
    place.employee,
    courseInput({ title: "Nivåkurs", competenceId: competence.id }),
    "2013-06-01",
  );
  const proposed = async () => {
    const view = await showRecord(db, manager, { id: recordId, today: "2013-06-01" });
    return view.record.courseLevel;
  };
  expect(await proposed()).toBe(2);
  await db.course.update({ where: { id }, data: { competenceId: other.id } });
  expect(await proposed()).toBeNull();
  await db.course.update({ where: { id }, data: { competenceId: null, givesLevel: null } });
  expect(await proposed()).toBeNull();
});
