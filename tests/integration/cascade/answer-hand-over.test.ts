import { expect, test } from "vitest";
import {
  confirmHandOver,
  declineHandOver,
} from "~/features/cascade/hand-overs/answer-hand-over.commands.server";
import { enterHandOver } from "~/features/cascade/entering/enter-hand-over.commands.server";
import { withdrawHandOver } from "~/features/cascade/hand-overs/withdraw-hand-over.commands.server";
import { showHandOver } from "~/features/cascade/hand-overs/hand-over-page.queries.server";
import { letLeave } from "../../factories/person";
import { testDatabase } from "../../support/database";
import { booksOf, entryOf, foundingCase, today } from "./hand-over-books";

const { db } = await testDatabase();

async function entered() {
  const given = await foundingCase(db);
  const { competence, id, viewerOf } = given;
  const handOverId = await enterHandOver(db, viewerOf(id.ann), {
    entry: entryOf({ competence: competence.code, learners: [id.bo, id.cia], givesLevel: "3" }),
    today,
  });
  return { ...given, handOverId };
}

test("a learner's confirmation approves their training and confirms the level", async () => {
  const { handOverId, id, viewerOf } = await entered();
  await confirmHandOver(db, viewerOf(id.bo), { handOverId, today, agreed: "" });

  const books = await booksOf(db, handOverId);
  expect(books.training).toEqual({ [id.bo]: "approved", [id.cia]: "submitted" });
  expect(books.levels).toEqual({ [id.bo]: 3 });
  const [attestation] = await db.attestation.findMany({ where: { sourceId: handOverId } });
  expect(attestation).toMatchObject({ source: "hand_over", observed: false });
  expect(attestation?.attestedOn).toEqual(new Date("2013-10-01"));
});

test("declining takes the learner's training and hours out of the books, and nobody else's", async () => {
  const { handOverId, id, viewerOf } = await entered();
  await declineHandOver(db, viewerOf(id.cia), { handOverId, today });

  const books = await booksOf(db, handOverId);
  expect(books.training).toEqual({ [id.bo]: "submitted", [id.cia]: "declined" });
  expect(books.hours).toEqual({ [id.ann]: 90, [id.bo]: 90 });
  await expect(
    confirmHandOver(db, viewerOf(id.cia), { handOverId, today, agreed: "" }),
  ).rejects.toMatchObject({
    code: "conflict",
  });
});

test("what all its learners decline leaves nothing in any book, not even its trainer's hours", async () => {
  const { handOverId, id, viewerOf } = await entered();
  await declineHandOver(db, viewerOf(id.cia), { handOverId, today });
  expect((await booksOf(db, handOverId)).hours).toHaveProperty(id.ann);
  await declineHandOver(db, viewerOf(id.bo), { handOverId, today });
  expect(await booksOf(db, handOverId)).toEqual({
    training: { [id.bo]: "declined", [id.cia]: "declined" },
    hours: {},
    amountOre: 0,
    levels: {},
  });
  const shown = await showHandOver(db, viewerOf(id.ann), { id: handOverId, today });
  expect(shown).toMatchObject({ state: "declined", ownHours: { people: 0, minutes: 0 } });
});

test("two learners who decline at once are the last two", async () => {
  const { handOverId, id, viewerOf } = await entered();
  await Promise.all(
    [id.bo, id.cia].map((person) => declineHandOver(db, viewerOf(person), { handOverId, today })),
  );
  expect((await booksOf(db, handOverId)).hours).toEqual({});
});

test("where one has confirmed, the trainer's hours stand whoever else declines", async () => {
  const { handOverId, id, viewerOf } = await entered();
  await confirmHandOver(db, viewerOf(id.bo), { handOverId, today, agreed: "" });
  await declineHandOver(db, viewerOf(id.cia), { handOverId, today });
  expect((await booksOf(db, handOverId)).hours).toEqual({ [id.ann]: 90, [id.bo]: 90 });
});

test("pressing twice, also at once, answers once", async () => {
  const { handOverId, id, viewerOf } = await entered();
  const confirm = () => confirmHandOver(db, viewerOf(id.bo), { handOverId, today, agreed: "" });
  expect(await Promise.all([confirm(), confirm(), confirm()])).toEqual([
    handOverId,
    handOverId,
    handOverId,
  ]);
  expect(await confirm()).toBe(handOverId);
  const trail = await db.auditEvent.count({
    where: { action: "hand-over.confirm", subjectId: handOverId },
  });
  const attestations = await db.attestation.count({ where: { sourceId: handOverId } });
  expect({ trail, attestations }).toEqual({ trail: 1, attestations: 1 });
});

test("confirming and declining at once: one of them wins, in all books", async () => {
  const { handOverId, id, viewerOf } = await entered();
  const outcomes = await Promise.allSettled([
    confirmHandOver(db, viewerOf(id.bo), { handOverId, today, agreed: "" }),
    declineHandOver(db, viewerOf(id.bo), { handOverId, today }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const books = await booksOf(db, handOverId);
  const confirmed = outcomes[0].status === "fulfilled";
  expect(books.training[id.bo]).toBe(confirmed ? "approved" : "declined");
  expect(id.bo in books.hours).toBe(confirmed);
  expect(id.bo in books.levels).toBe(confirmed);
});

test("only a learner answers, whoever else sees the hand-over", async () => {
  const { handOverId, id, viewerOf, manager } = await entered();
  for (const viewer of [viewerOf(id.ann), viewerOf(id.dan), manager]) {
    await expect(
      confirmHandOver(db, viewer, { handOverId, today, agreed: "" }),
    ).rejects.toMatchObject({
      code: "not-found",
    });
  }
});

test("withdrawing takes it out of all three books, with the reason, once", async () => {
  const { handOverId, id, viewerOf, manager } = await entered();
  await confirmHandOver(db, viewerOf(id.bo), { handOverId, today, agreed: "" });
  await withdrawHandOver(db, manager, { handOverId, reason: "Fel dag" });

  expect(await booksOf(db, handOverId)).toEqual({
    training: { [id.bo]: "withdrawn", [id.cia]: "withdrawn" },
    hours: {},
    amountOre: 0,
    levels: {},
  });
  expect(await db.handOver.findUnique({ where: { id: handOverId } })).toMatchObject({
    withdrawnReason: "Fel dag",
    withdrawnById: manager.accountId,
  });
  const again = withdrawHandOver(db, viewerOf(id.ann), { handOverId, reason: "Igen" });
  await expect(again).rejects.toMatchObject({ code: "conflict" });
  for (const answer of [confirmHandOver, declineHandOver]) {
    await expect(
      answer(db, viewerOf(id.cia), { handOverId, today, agreed: "" }),
    ).rejects.toMatchObject({
      code: "conflict",
    });
  }
});

test("a learner sees a hand-over and may not take it back; who doesn't see it is told nothing", async () => {
  const { handOverId, id, viewerOf } = await entered();
  const withdraw = (person: string) =>
    withdrawHandOver(db, viewerOf(person), { handOverId, reason: "Fel" });
  await expect(withdraw(id.bo)).rejects.toMatchObject({ code: "forbidden" });
  await expect(withdraw(id.dan)).rejects.toMatchObject({ code: "not-found" });
  expect((await booksOf(db, handOverId)).hours).toHaveProperty(id.bo);
});

test("confirming and withdrawing at once leaves nothing half done", async () => {
  const { handOverId, id, viewerOf } = await entered();
  const [confirmed] = await Promise.allSettled([
    confirmHandOver(db, viewerOf(id.bo), { handOverId, today, agreed: "" }),
    withdrawHandOver(db, viewerOf(id.ann), { handOverId, reason: "Fel dag" }),
  ]);
  const books = await booksOf(db, handOverId);
  expect({ hours: books.hours, levels: books.levels }).toEqual({ hours: {}, levels: {} });
  expect(books.training[id.bo]).toBe("withdrawn");
  if (confirmed.status === "rejected") {
    expect(confirmed.reason).toMatchObject({ code: "conflict" });
  }
});

test("a trainer whose clearance is gone gives no level: the answer stands, the hand-over doesn't count", async () => {
  const { handOverId, competence, id, viewerOf } = await entered();
  await db.attestation.updateMany({
    where: { competenceId: competence.id, personId: id.ann },
    data: { withdrawnAt: new Date() },
  });
  await confirmHandOver(db, viewerOf(id.bo), { handOverId, today, agreed: "" });
  const books = await booksOf(db, handOverId);
  expect(books.levels).toEqual({});
  expect(books.training[id.bo]).toBe("approved");
});

test("a yes of a day on which they or a trainer had left is refused, with the last day; a no isn't", async () => {
  const { handOverId, id, viewerOf } = await entered();
  const yesOf = (personId: string) =>
    confirmHandOver(db, viewerOf(personId), { handOverId, today, agreed: "" });
  const before = await booksOf(db, handOverId);

  await letLeave(db, id.bo, "2013-10-01");
  await expect(yesOf(id.bo)).rejects.toMatchObject({
    fields: {
      form: {
        key: "cascade.errors.answerAfterLastDay",
        values: { name: await nameOf(id.bo), date: "2013-10-01", lastDay: "2013-09-30" },
      },
    },
  });
  await letLeave(db, id.ann, "2013-10-01");
  await expect(yesOf(id.cia)).rejects.toMatchObject({
    fields: { form: { values: { name: await nameOf(id.ann) } } },
  });
  expect(await booksOf(db, handOverId)).toEqual(before);

  // Their last day is that of the hand-over.
  await letLeave(db, id.ann, "2013-10-02");
  await letLeave(db, id.cia, "2013-10-02");
  await yesOf(id.cia);
  await declineHandOver(db, viewerOf(id.bo), { handOverId, today });
  const { training } = await booksOf(db, handOverId);
  expect(training).toEqual({ [id.bo]: "declined", [id.cia]: "approved" });
});

test("a trainer's later last day keeps nobody's yes back once the trainer's hours count", async () => {
  const { handOverId, id, viewerOf } = await entered();
  const yesOf = (personId: string) =>
    confirmHandOver(db, viewerOf(personId), { handOverId, today, agreed: "" });
  await yesOf(id.bo);
  await letLeave(db, id.ann, "2013-10-01");
  await yesOf(id.cia);
  expect((await booksOf(db, handOverId)).training).toEqual({
    [id.bo]: "approved",
    [id.cia]: "approved",
  });
});

test("a yes of a day before the first is refused as well", async () => {
  const { handOverId, id, viewerOf } = await entered();
  await db.placement.updateMany({
    where: { personId: id.bo },
    data: { startsOn: new Date("2013-10-02") },
  });
  await expect(
    confirmHandOver(db, viewerOf(id.bo), { handOverId, today, agreed: "" }),
  ).rejects.toMatchObject({
    fields: {
      form: { key: "cascade.errors.answerBeforeFirstDay", values: { date: "2013-10-01" } },
    },
  });
});

async function nameOf(id: string): Promise<string> {
  const { givenName, familyName } = await db.person.findUniqueOrThrow({ where: { id } });
  return `${givenName} ${familyName}`;
}
