import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Transaction } from "~/platform/db.server";
import { inTransaction, ofOneMoment } from "~/platform/one-moment.server";
import { makeUnit } from "../../factories/unit";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();

test("what others write meanwhile isn't read by half", async () => {
  const counts = await ofOneMoment(db, async (tx) => {
    const first = await tx.funder.count();
    await db.funder.create({ data: { name: randomUUID() } });
    return [first, await tx.funder.count()];
  });
  expect(counts[0]).toBe(counts[1]);
});

test("who is overtaken begins again, and anything else is thrown at once", async () => {
  const { id } = await db.funder.create({ data: { name: randomUUID() } });
  let attempts = 0;
  await ofOneMoment(db, async (tx) => {
    attempts += 1;
    await tx.funder.findUniqueOrThrow({ where: { id } });
    if (attempts === 1) await db.funder.update({ where: { id }, data: { name: randomUUID() } });
    await tx.funder.update({ where: { id }, data: { name: "Sist" } });
  });
  expect(attempts).toBe(2);
  expect(await db.funder.findUnique({ where: { id } })).toMatchObject({ name: "Sist" });
  let failures = 0;
  const failing = ofOneMoment(db, async () => {
    failures += 1;
    throw new Error("Not that");
  });
  await expect(failing).rejects.toThrow("Not that");
  expect(failures).toBe(1);
});

test("who is thrown out of two that wait for each other begins again", async () => {
  const [one, other] = [await makeUnit(db), await makeUnit(db)];
  const hold = (tx: Transaction, { id }: { id: string }) =>
    tx.$executeRaw`select from unit where id = ${id}::uuid for update`;
  let begun = 0;
  let bothHold: () => void;
  const holding = new Promise<void>((resolve) => (bothHold = resolve));
  const holdBoth = (first: typeof one, second: typeof one) =>
    inTransaction(db, async (tx) => {
      await hold(tx, first);
      begun += 1;
      if (begun === 2) bothHold();
      await holding;
      await hold(tx, second);
    });
  await Promise.all([holdBoth(one, other), holdBoth(other, one)]);
  expect(begun).toBe(3);
});
