// What a list has replaced stands again when it is taken back.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Viewer } from "~/features/access/viewer";
import { lists, readList } from "~/features/exchange/lists/list-importer.server";
import { importTraining } from "~/features/exchange/lists/training-import.commands.server";
import { trainingMark } from "~/features/exchange/lists/training-plan.queries.server";
import { peopleReach } from "~/features/exchange/lists/training-reach.server";
import {
  showWithdrawal,
  withdrawImport,
} from "~/features/exchange/uploads/withdraw-import.commands.server";
import { withdrawRecord } from "~/features/training/approval/withdrawals.commands.server";
import { makePerson } from "../../factories/person";
import { makeUnit } from "../../factories/unit";
import { makeStaff } from "../../factories/workplace";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const today = "2026-11-21";

/** A unit with Bo Ek in it, and its manager with what they do with lists. */
async function makeListed() {
  const unit = await makeUnit(db);
  const bo = await makePerson(db, { unit, givenName: "Bo", familyName: "Ek" });
  const manager = await makeStaff(db, unit, [unit.id]);
  const bringIn = (...rows: string[]) => bringInList(manager, rows);
  const standing = async () =>
    (
      await db.trainingRecord.findMany({
        where: { personId: bo.id, status: "approved" },
        orderBy: [{ title: "asc" }, { minutes: "asc" }],
      })
    ).map(({ title, minutes }) => `${title} ${minutes / 60}`);
  return { bo, manager, bringIn, standing };
}

async function bringInList(viewer: Viewer, rows: string[]): Promise<string> {
  const lines = rows.map((row) => `Bo Ek;2026-03-04;${row}`);
  const bytes = new TextEncoder().encode(["Namn;Datum;Kurs;Timmar;Kostnad", ...lines].join("\n"));
  const list = { file: readList(bytes), mapping: null, reach: peopleReach(viewer), today };
  const actor = { accountId: viewer.accountId, name: "Vera", authorityId: viewer.authorityId };
  return importTraining(db, actor, {
    ...{ ...list, skipBad: false, withEarly: false, replaceChanged: true, skipTakenBack: false },
    seen: trainingMark(await lists.plan(db, list)),
    source: { name: "lista.csv", bytes },
  });
}

const takeBack = (viewer: Viewer, importId: string) =>
  withdrawImport(db, viewer, { importId, submissionId: randomUUID() });

test("a list that is taken back gives way to what it replaced, and says so before", async () => {
  const { bo, manager, bringIn, standing } = await makeListed();
  await bringIn("Metod;2;100", "Annat;1;");
  const [before] = await db.trainingRecord.findMany({ where: { personId: bo.id, minutes: 120 } });
  const second = await bringIn("Metod;3;", "Annat;1;", "Nytt;4;");
  expect(await standing()).toEqual(["Annat 1", "Metod 3", "Nytt 4"]);
  // What the list says nothing of stays with what takes the place.
  expect(
    await db.trainingRecord.findFirst({ where: { sourceId: second, title: "Metod" } }),
  ).toMatchObject({ costOre: 10_000n });

  const { withdrawal } = await showWithdrawal(db, manager, second);
  expect(withdrawal).toEqual({ kind: "training", rows: 2, again: 1 });
  await takeBack(manager, second);
  expect(await standing()).toEqual(["Annat 1", "Metod 2"]);
  const again = await db.trainingRecord.findUniqueOrThrow({ where: { id: before?.id ?? "" } });
  expect(again).toEqual(before);
  expect(
    await db.auditEvent.findMany({ where: { subjectId: again.id, action: "import.withdraw" } }),
  ).toMatchObject([{ detail: { restored: true } }]);
  expect(
    await db.auditEvent.findMany({ where: { subjectId: second, action: "import.withdraw" } }),
  ).toMatchObject([{ detail: { rows: 2, again: 1 } }]);
});

test("what something newer has replaced stays away until that is taken back too", async () => {
  const { manager, bringIn, standing } = await makeListed();
  await bringIn("Metod;2;");
  const second = await bringIn("Metod;3;");
  const third = await bringIn("Metod;4;");
  await takeBack(manager, second);
  expect(await standing()).toEqual(["Metod 4"]);
  expect((await showWithdrawal(db, manager, third)).withdrawal).toMatchObject({ again: 1 });
  await takeBack(manager, third);
  expect(await standing()).toEqual(["Metod 2"]);
});

test("taken back in the order that they came in, each list takes its own", async () => {
  const { manager, bringIn, standing } = await makeListed();
  const first = await bringIn("Metod;2;");
  const second = await bringIn("Metod;3;");
  const third = await bringIn("Metod;4;");
  await takeBack(manager, third);
  expect(await standing()).toEqual(["Metod 3"]);
  await takeBack(manager, first);
  await takeBack(manager, second);
  expect(await standing()).toEqual([]);
});

test("what was taken back by hand, or has come again, brings nothing back", async () => {
  const { bo, manager, bringIn, standing } = await makeListed();
  await bringIn("Metod;2;");
  const second = await bringIn("Metod;3;");
  // What was replaced comes again, as somebody's own record.
  const replaced = await db.trainingRecord.findFirstOrThrow({
    where: { personId: bo.id, minutes: 120 },
  });
  const again = { ...replaced, id: randomUUID(), status: "approved" as const };
  await db.trainingRecord.create({
    data: { ...again, replacedById: null, sourceType: null, sourceId: null },
  });
  expect(await standing()).toEqual(["Metod 2", "Metod 3"]);
  await takeBack(manager, second);
  expect(await standing()).toEqual(["Metod 2"]);
  await withdrawRecord(db, manager, { id: again.id, reason: "Fel", submissionId: randomUUID() });

  const fourth = await bringIn("Annat;2;");
  const fifth = await bringIn("Annat;3;");
  const { id } = await db.trainingRecord.findFirstOrThrow({
    where: { personId: bo.id, sourceId: fifth },
  });
  await withdrawRecord(db, manager, { id, reason: "Fel", submissionId: randomUUID() });
  await takeBack(manager, fifth);
  await takeBack(manager, fourth);
  expect(await standing()).toEqual([]);
});
