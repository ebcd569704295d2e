import { expect, test } from "vitest";
import { enterHandOver } from "~/features/cascade/entering/enter-hand-over.commands.server";
import { showHandOverForm } from "~/features/cascade/entering/hand-over-form.queries.server";
import {
  confirmHandOver,
  declineHandOver,
} from "~/features/cascade/hand-overs/answer-hand-over.commands.server";
import { showHandOver } from "~/features/cascade/hand-overs/hand-over-page.queries.server";
import { listToConfirm } from "~/features/cascade/hand-overs/to-confirm.queries.server";
import { withdrawHandOver } from "~/features/cascade/hand-overs/withdraw-hand-over.commands.server";
import { outcomeOf } from "../../support/outcome-of";
import { questionOf } from "../../support/question-of";
import { makeBudgetLine } from "../../factories/budget-line";
import { letLeave } from "../../factories/person";
import { testDatabase } from "../../support/database";
import { booksOf, entryOf, foundingCase, today } from "./hand-over-books";

const { db } = await testDatabase();

/** Ann has taught Bo, Cia and Dan; Bo has confirmed and Cia declined. */
async function answered() {
  const given = await foundingCase(db);
  const { competence, id, viewerOf } = given;
  const enter = (fields: Record<string, string | string[]> = {}, from: string | null = null) =>
    enterHandOver(db, viewerOf(id.ann), {
      entry: entryOf({
        ...{ competence: competence.code, learners: [id.bo, id.cia, id.dan], givesLevel: "3" },
        ...fields,
      }),
      ...{ from, today },
    });
  const first = await enter();
  const confirm = (who: string, handOverId: string, agreed = "") =>
    confirmHandOver(db, viewerOf(who), { handOverId, today, agreed });
  const decline = (who: string, handOverId: string) =>
    declineHandOver(db, viewerOf(who), { handOverId, today });
  await confirmHandOver(db, viewerOf(id.bo), {
    ...{ handOverId: first, today: "2013-10-05", agreed: "" },
  });
  await decline(id.cia, first);
  const correct = async (fields: Record<string, string | string[]> = {}, from = first) => {
    await withdrawHandOver(db, viewerOf(id.ann), { handOverId: from, reason: "Fel" });
    return enter(fields, from);
  };
  return { ...given, first, enter, correct, confirm, decline };
}

async function lineageOf(competenceId: string) {
  const parts = await db.$queryRaw<{ person: string; from: Date }[]>`
    select person_id as person, known_from as from from lineage_part
    where competence_id = ${competenceId}::uuid order by person_id`;
  const people = await db.$queryRaw<object[]>`
    select person_id, known_from, known_until, acquired_on, generation from lineage_person
    where competence_id = ${competenceId}::uuid order by person_id, known_from`;
  return { parts, people };
}

test("a correction names what it replaces and keeps the answers in all books, with their days", async () => {
  const { competence, id, first, correct, viewerOf } = await answered();
  const [books, lineage] = [await booksOf(db, first), await lineageOf(competence.id)];
  const second = await correct({ note: "Med rätt anteckning" });

  const stored = await db.handOver.findUniqueOrThrow({
    where: { id: second },
    include: { learners: { orderBy: { confirmedOn: "asc" } } },
  });
  expect(stored).toMatchObject({ replacesId: first, keptMinutes: null });
  expect(stored.learners.find(({ personId }) => personId === id.bo)).toMatchObject({
    confirmedOn: new Date("2013-10-05"),
  });
  expect(await booksOf(db, second)).toEqual(books);
  expect(await lineageOf(competence.id)).toEqual(lineage);
  expect(lineage.parts).toEqual([{ person: id.bo, from: new Date("2013-10-05") }]);

  const [trail] = await db.auditEvent.findMany({ where: { subjectId: second } });
  expect(trail?.detail).toMatchObject({ replaces: first });
  const shown = await showHandOver(db, viewerOf(id.ann), { id: first, today });
  expect(shown.correctedBy).toEqual({ id: second, heldOn: "2013-10-01" });
  const page = await showHandOver(db, viewerOf(id.bo), { id: second, today });
  expect(page).toMatchObject({ corrects: { id: first }, awaited: null, state: "counted" });
});

test("another day is another teaching: everybody is asked anew", async () => {
  const { id, correct } = await answered();
  const second = await correct({ heldOn: "2013-10-02" });
  expect(await booksOf(db, second)).toMatchObject({
    training: { [id.bo]: "submitted", [id.cia]: "submitted", [id.dan]: "submitted" },
    levels: {},
  });
});

test("where only the hours change, the level stays and the old hours count until the new are confirmed", async () => {
  const { competence, id, first, correct, confirm, viewerOf } = await answered();
  const lineage = await lineageOf(competence.id);
  const second = await correct({ hours: "3", learners: [id.bo, id.dan] });
  expect(await lineageOf(competence.id)).toEqual(lineage);
  expect(await booksOf(db, second)).toMatchObject({
    training: { [id.bo]: "approved", [id.dan]: "submitted" },
    hours: { [id.ann]: 90, [id.bo]: 90, [id.dan]: 180 },
    levels: { [id.bo]: 3 },
  });
  const minutesOf = async (who: string) =>
    (await db.trainingRecord.findFirst({ where: { sourceId: second, personId: who } }))?.minutes;
  expect(await minutesOf(id.bo)).toBe(90);
  expect(await heldMinutes(second)).toBe(90);

  expect(await listToConfirm(db, viewerOf(id.bo))).toMatchObject([
    { id: second, minutes: 180, minutesBefore: 90 },
  ]);
  expect(await listToConfirm(db, viewerOf(id.dan))).toMatchObject([{ minutesBefore: null }]);
  await confirm(id.bo, second);
  await confirm(id.bo, second);
  expect(await listToConfirm(db, viewerOf(id.bo))).toEqual([]);
  const books = await booksOf(db, second);
  expect(books.hours).toEqual({ [id.ann]: 180, [id.bo]: 180, [id.dan]: 180 });
  expect(books.amountOre).toBe(3 * 90_000);
  expect(await minutesOf(id.bo)).toBe(180);
  expect(await heldMinutes(second)).toBe(180);
  expect(await lineageOf(competence.id)).toEqual(lineage);
  // Nothing that has counted is deleted.
  expect(await db.ownHours.count({ where: { sourceId: second, minutes: 90 } })).toBe(2);
  await confirm(id.dan, second);
  // The trail says whose hours count otherwise with each answer.
  expect(await hoursInTrail(first)).toEqual([
    ["confirm", [id.bo, id.ann]],
    ["decline", [id.cia]],
  ]);
  expect(await hoursInTrail(second)).toEqual([
    ["confirm", [id.bo, id.ann]],
    ["confirm", [id.dan]],
  ]);
  expect(await db.ownHours.count({ where: { sourceId: first, withdrawnAt: null } })).toBe(0);
});

async function hoursInTrail(handOverId: string) {
  const acts = await db.auditEvent.findMany({
    where: { subjectId: handOverId, action: { in: ["hand-over.confirm", "hand-over.decline"] } },
    orderBy: { id: "asc" },
  });
  return acts.map(({ action, detail }) => [
    action.split(".")[1],
    detail instanceof Object && "hoursOf" in detail ? detail.hoursOf : null,
  ]);
}

async function heldMinutes(handOverId: string) {
  const [row] = await db.$queryRaw<{ minutes: number }[]>`
    select minutes from standing_hand_overs() where id = ${handOverId}::uuid`;
  return row?.minutes;
}

test("new hours of a day on which the trainer or the learner had left are refused, the old ones count on", async () => {
  const { id, correct, confirm } = await answered();
  const second = await correct({ hours: "3", learners: [id.bo] });
  for (const left of [id.ann, id.bo]) {
    await letLeave(db, left, "2013-10-01");
    await expect(confirm(id.bo, second)).rejects.toMatchObject({
      fields: { form: { key: "cascade.errors.answerAfterLastDay" } },
    });
    await letLeave(db, left, "2013-10-02");
  }
  expect((await booksOf(db, second)).hours).toEqual({ [id.ann]: 90, [id.bo]: 90 });
  await confirm(id.bo, second);
  expect((await booksOf(db, second)).hours).toEqual({ [id.ann]: 180, [id.bo]: 180 });
});

test("who says no to the new hours keeps the old ones and their part", async () => {
  const { competence, id, correct, confirm, decline, viewerOf } = await answered();
  const lineage = await lineageOf(competence.id);
  const second = await correct({ hours: "3" });
  await decline(id.bo, second);
  await decline(id.bo, second);
  expect(await hoursInTrail(second)).toEqual([["decline", []]]);
  expect(await listToConfirm(db, viewerOf(id.bo))).toEqual([]);
  expect(await lineageOf(competence.id)).toEqual(lineage);
  expect((await booksOf(db, second)).hours).toMatchObject({ [id.ann]: 90, [id.bo]: 90 });
  expect(await outcomeOf(confirm(id.bo, second))).toBe("conflict");
  const bo = async (handOverId: string) =>
    (await showHandOver(db, viewerOf(id.bo), { id: handOverId, today })).learners.find(
      (learner) => learner.id === id.bo,
    );
  expect(await bo(second)).toMatchObject({ keptMinutes: 90, hoursDeclinedOn: today });

  // The no holds in the next correction, too.
  const third = await correct({ hours: "3", note: "Med anteckning" }, second);
  expect(await listToConfirm(db, viewerOf(id.bo))).toEqual([]);
  expect(await bo(third)).toMatchObject({ keptMinutes: 90, hoursDeclinedOn: today });

  // Another learner's word is the first for the new hours, which the trainer's then are.
  await confirm(id.dan, third);
  expect((await booksOf(db, third)).hours).toEqual({
    ...{ [id.ann]: 180, [id.bo]: 90, [id.dan]: 180 },
  });
});

test("new hours keep the learner's day within its bounds", async () => {
  const { id, first, enter, confirm, viewerOf } = await answered();
  await withdrawHandOver(db, viewerOf(id.ann), { handOverId: first, reason: "Fel" });
  const longer = { hours: "11", learners: [id.bo] };
  const { mark, touched } = await questionOf(enter(longer, first));
  // The trainer's day is theirs to tell, Bo's is Bo's.
  expect(touched).toMatchObject([{ key: "funding.day.long", values: { hours: 11 } }]);
  const second = await enter({ ...longer, agreed: mark }, first);
  expect((await booksOf(db, second)).hours).toEqual({ [id.ann]: 90, [id.bo]: 90 });
  const question = await questionOf(confirm(id.bo, second));
  expect(question.touched).toMatchObject([{ values: { hours: 11, minutes: 0 } }]);
  await confirm(id.bo, second, question.mark);
  expect((await booksOf(db, second)).hours).toEqual({ [id.ann]: 660, [id.bo]: 660 });
});

test("what was taken back blocks nothing, and no two corrections of one stand", async () => {
  const { first, enter, correct, viewerOf, id } = await answered();
  const second = await correct({ note: "En" });
  // Entered from the first once more, it corrects nothing: it may be the same occasion.
  const { mark } = await questionOf(enter({ note: "Två" }, first));
  const another = await enter({ note: "Två", agreed: mark }, first);
  const named = (handOverId: string) =>
    db.handOver.findUniqueOrThrow({ where: { id: handOverId }, select: { replacesId: true } });
  expect(await named(another)).toEqual({ replacesId: null });

  const correctedBy = async () =>
    (await showHandOver(db, viewerOf(id.ann), { id: first, today })).correctedBy?.id ?? null;
  expect(await correctedBy()).toBe(second);
  for (const handOverId of [second, another]) {
    await withdrawHandOver(db, viewerOf(id.ann), { handOverId, reason: "Fel" });
  }
  expect(await correctedBy()).toBeNull();
  const third = await enter({ note: "Tre" }, first);
  expect(await named(third)).toEqual({ replacesId: first });
  expect(await booksOf(db, third)).toMatchObject({ training: { [id.bo]: "approved" } });
});

test("of two corrections at once one names what it replaces, and the other is asked about", async () => {
  const { first, enter, viewerOf, id } = await answered();
  await withdrawHandOver(db, viewerOf(id.ann), { handOverId: first, reason: "Fel" });
  const both = await Promise.allSettled([
    enter({ note: "En" }, first),
    enter({ note: "Två" }, first),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("the form of a correction has whom the entry had, without those who declined", async () => {
  const { competence, first, id, viewerOf } = await answered();
  await withdrawHandOver(db, viewerOf(id.ann), { handOverId: first, reason: "Fel" });
  const { earlier } = await showHandOverForm(db, viewerOf(id.ann), {
    ...{ code: competence.code, from: first, today },
  });
  expect(earlier?.learners.map((learner) => learner.id).sort()).toEqual([id.bo, id.dan].sort());
});

test("who handed on what is corrected stays its trainer, though no longer cleared to teach", async () => {
  const { competence, id, first, enter, correct, viewerOf } = await answered();
  const hours = (await booksOf(db, first)).hours;
  await db.attestation.updateMany({
    where: { personId: id.ann, level: 4 },
    data: { level: 2 },
  });
  const refused = { trainers: "cascade.errors.trainerNotCleared" };
  // A second one, filled in from what still stands, is refused as ever.
  expect(await outcomeOf(enter({ heldOn: "2013-10-02" }, first))).toEqual(refused);

  const second = await correct({ note: "Rättad", agreed: "" });
  expect((await booksOf(db, second)).hours).toEqual(hours);

  await withdrawHandOver(db, viewerOf(id.ann), { handOverId: second, reason: "Fel" });
  expect(await outcomeOf(enter({ heldOn: "2013-10-02" }, second))).toEqual(refused);
  const asked = { code: null, today };
  const form = await showHandOverForm(db, viewerOf(id.ann), { ...asked, from: second });
  const { chosen } = form;
  expect(chosen).toMatchObject({ id: competence.id, standing: "not-cleared", mayEnter: true });
  const bos = await showHandOverForm(db, viewerOf(id.bo), { ...asked, from: second });
  expect(bos.chosen).toMatchObject({ id: competence.id, mayEnter: false });
});

test("who was in what is corrected stays in it, though they had left by then", async () => {
  const { id, first, enter, correct, viewerOf } = await answered();
  const books = await booksOf(db, first);
  for (const left of [id.ann, id.bo]) await letLeave(db, left, "2013-09-30");
  expect(await outcomeOf(enter({ note: "Åter" }, first))).toMatchObject({
    learners: "cascade.errors.hasLeft",
  });
  const second = await correct({ note: "Rättad", learners: [id.bo, id.cia, id.dan] });
  expect(await booksOf(db, second)).toEqual(books);
  await withdrawHandOver(db, viewerOf(id.ann), { handOverId: second, reason: "Fel" });
  const otherDay = enter({ heldOn: "2013-10-02" }, second);
  expect(await outcomeOf(otherDay)).toMatchObject({ learners: "cascade.errors.hasLeft" });
});

test("the hours of a correction stay on the line that they were on", async () => {
  const { id, first, line, project, correct } = await answered();
  await makeBudgetLine(db, {
    ...{ projectId: project.id, financing: "in_kind", position: 9, plan: 500_000 },
  });
  const linesOf = async (sourceId: string) => {
    const rows = await db.ownHours.findMany({ where: { sourceId } });
    return new Set(rows.map(({ budgetLineId }) => budgetLineId));
  };
  expect(await linesOf(first)).toEqual(new Set([line.id]));
  const second = await correct({ note: "Rättad", hours: "2" });
  expect(await linesOf(second)).toEqual(new Set([line.id]));
  // Another day's are on the first line whose budget has it.
  const third = await correct({ heldOn: "2013-10-02" }, second);
  expect(await linesOf(third)).not.toContain(line.id);
  expect(await db.ownHours.count({ where: { sourceId: third, personId: id.ann } })).toBe(1);
});
