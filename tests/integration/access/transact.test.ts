import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { transact } from "~/platform/transact.server";
import { makeAccount } from "../../factories/account";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const account = await makeAccount(db);
const actor = { accountId: account.id, name: account.name, authorityId: null };

test("what is done and the trail of it become real together", async () => {
  await transact(db, { actor, action: "authority.create" }, async (tx, audit) => {
    const { id } = await tx.authority.create({ data: { name: "Med spår" } });
    audit({ type: "authority", id, detail: { name: "Med spår" } });
    return id;
  });
  const [event] = await db.auditEvent.findMany({ where: { action: "authority.create" } });
  expect(event).toMatchObject({ accountId: account.id, actorName: account.name });
});

test("what fails leaves neither itself nor a trail", async () => {
  const failing = transact(db, { actor, action: "authority.fail" }, async (tx, audit) => {
    const { id } = await tx.authority.create({ data: { name: "Halvt" } });
    audit({ type: "authority", id });
    throw new Error("half-way");
  });
  await expect(failing).rejects.toThrow("half-way");
  expect(await db.authority.count({ where: { name: "Halvt" } })).toBe(0);
  expect(await db.auditEvent.count({ where: { action: "authority.fail" } })).toBe(0);
});

test("a change without a trail is no change", async () => {
  const silent = transact(db, { actor, action: "authority.silent" }, async (tx) => {
    const { id } = await tx.authority.create({ data: { name: "Utan spår" } });
    return id;
  });
  await expect(silent).rejects.toThrow("no audit trail");
  expect(await db.authority.count({ where: { name: "Utan spår" } })).toBe(0);
});

test("the same form sent twice at once is carried out once and answers the same", async () => {
  const submissionId = randomUUID();
  const send = () =>
    transact(db, { actor, action: "authority.twice", submissionId }, async (tx, audit) => {
      const { id } = await tx.authority.create({ data: { name: `Dubbel ${randomUUID()}` } });
      audit({ type: "authority", id });
      return id;
    });
  const answers = await Promise.all([send(), send(), send()]);
  expect(new Set(answers).size).toBe(1);
  expect(await db.authority.count({ where: { name: { startsWith: "Dubbel" } } })).toBe(1);
});

test("a form that failed can be sent again", async () => {
  const submissionId = randomUUID();
  const act = { actor, action: "authority.again", submissionId };
  await expect(transact(db, act, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  const id = await transact(db, act, (_tx, audit) => {
    audit({ type: "authority", id: "x" });
    return Promise.resolve("x");
  });
  expect(id).toBe("x");
});

test("nobody carries on somebody else's form", async () => {
  const submissionId = randomUUID();
  const other = await makeAccount(db);
  const work = (_tx: unknown, audit: (subject: { type: string; id: string }) => void) => {
    audit({ type: "authority", id: "x" });
    return Promise.resolve("x");
  };
  await transact(db, { actor, action: "a", submissionId }, work);
  const theirs = { ...actor, accountId: other.id };
  await expect(transact(db, { actor: theirs, action: "a", submissionId }, work)).rejects.toThrow();
});

test("the trail can't be changed or removed", async () => {
  await expect(db.auditEvent.updateMany({ data: { actorName: "Någon annan" } })).rejects.toThrow();
  await expect(db.auditEvent.deleteMany()).rejects.toThrow();
});
