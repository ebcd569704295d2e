import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { withdrawRecord } from "~/features/training/approval/withdrawals.commands.server";
import { logCourse } from "~/features/training/courses/courses.commands.server";
import { showAgainForm } from "~/features/training/courses/log-form.queries.server";
import { showRecord } from "~/features/training/records/training.queries.server";
import { courseInput } from "../../factories/course-input";
import { pdfFile } from "../../factories/document-files";
import { makeStaff, makeWorkplace } from "../../factories/workplace";
import { testDatabase } from "../../support/database";
import { outcomeOf } from "../../support/outcome-of";

const { db } = await testDatabase();
const today = "2013-06-01";
const place = await makeWorkplace(db);
const { line, competence } = place;

async function makeTakenBack(given: Parameters<typeof courseInput>[0] = {}) {
  const employee = await makeStaff(db, place.unit);
  const log = (input: Parameters<typeof courseInput>[0] = {}) =>
    logCourse(db, employee, courseInput({ title: "Kartor", ...input }), today);
  const takeBack = (id: string) =>
    withdrawRecord(db, employee, { id, reason: "", submissionId: randomUUID() });
  const id = await log(given);
  await takeBack(id);
  const view = async (id: string) => (await showRecord(db, employee, { id, today })).record;
  return { id, employee, log, takeBack, view };
}

test("a course that was taken back is logged anew with what it held, and names it", async () => {
  const { id, employee, log, view } = await makeTakenBack({
    ...{ competenceId: competence.id, claimedLevel: 2, cost: 50_000, budgetLineId: line.id },
    evidenceFile: pdfFile(),
  });
  expect(await view(id)).toMatchObject({ replacedBy: null, may: { "log-again": true } });
  const { draft, day } = await showAgainForm(db, employee, { id, day: null, today });
  expect(day).toBe("2013-05-14");
  expect(draft).toMatchObject({
    ...{ replaces: id, title: "Kartor", competenceId: competence.id, minutes: 840 },
    ...{ claimedLevel: 2, costOre: 50_000, budgetLineId: line.id },
  });

  const again = await log({ heldOn: "2013-05-10", title: "Sjökort", replaces: id });
  const { evidence, replaces } = await view(again);
  expect(replaces).toBe(id);
  expect(evidence.file?.name).toBe(draft.evidenceFileName);
  expect(await view(id)).toMatchObject({ replacedBy: again, may: { "log-again": false } });
  expect(await outcomeOf(showAgainForm(db, employee, { id, day: null, today }))).toBe("not-found");
  const trail = await db.auditEvent.findMany({ where: { subjectId: again } });
  expect(trail).toMatchObject([{ action: "training.log", detail: { replaces: id } }]);
});

test("of one that is logged anew twice the last one names the one before it", async () => {
  const { id, log, takeBack, view } = await makeTakenBack();
  const second = await log();
  await takeBack(second);
  const third = await log();
  expect(await view(id)).toMatchObject({ replacedBy: second });
  expect(await view(second)).toMatchObject({ replacedBy: third });
});

test("nobody corrects another's course, and of two that were taken back none is presumed", async () => {
  const theirs = await makeTakenBack();
  const mine = await makeTakenBack();
  const named = await mine.log({ title: "Pejling", replaces: theirs.id });
  expect(await mine.view(named)).toMatchObject({ replaces: null });
  const form = showAgainForm(db, mine.employee, { id: theirs.id, day: null, today });
  expect(await outcomeOf(form)).toBe("not-found");

  const two = await makeTakenBack();
  const { status } = await db.trainingRecord.findUniqueOrThrow({ where: { id: two.id } });
  expect(status).toBe("withdrawn");
  const { id: _id, ...twin } = await db.trainingRecord.findUniqueOrThrow({ where: { id: two.id } });
  await db.trainingRecord.create({ data: twin });
  expect(await two.view(await two.log())).toMatchObject({ replaces: null });
});
