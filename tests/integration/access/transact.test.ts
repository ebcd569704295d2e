import { createHash, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { SentBefore } from "~/platform/submission.server";
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

describe("a form's id", () => {
  /** Carries out a form of that id, which names an authority, and answers with its new id. */
  function name(title: string, act: { formId: string; action?: string; accountId?: string }) {
    const { formId, action = "authority.name", accountId = account.id } = act;
    const content = createHash("sha256").update(title).digest("base64url");
    const sent = { actor: { ...actor, accountId }, action, submissionId: `${formId}.${content}` };
    return transact(db, sent, async (tx, audit) => {
      const { id } = await tx.authority.create({ data: { name: title } });
      audit({ type: "authority", id });
      return id;
    });
  }

  test("stands for its content too: other content is asked about, and not carried out", async () => {
    const formId = randomUUID();
    const id = await name("Den första", { formId });
    expect(await name("Den första", { formId })).toBe(id);
    const refused = await name("Den andra", { formId }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(SentBefore);
    expect(await db.authority.count({ where: { name: "Den andra" } })).toBe(0);
    // The submission that the refusal names answers as it did then.
    const { earlier: submissionId } = refused as SentBefore;
    const act = { actor, action: "authority.name", submissionId };
    expect(await transact(db, act, () => Promise.reject(new Error("again")))).toBe(id);
  });

  test("of two contents at once lets one through", async () => {
    const formId = randomUUID();
    const sent = ["Samtidig A", "Samtidig B", "Samtidig C"].map((title) => name(title, { formId }));
    const answers = await Promise.allSettled(sent);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.authority.count({ where: { name: { startsWith: "Samtidig" } } })).toBe(1);
  });

  test("says nothing of another person's form, or of another command's", async () => {
    const formId = randomUUID();
    const other = await makeAccount(db);
    const mine = await name("Min", { formId });
    for (const act of [{ accountId: other.id }, { action: "authority.rename" }]) {
      const title = `Egen ${randomUUID()}`;
      const id = await name(title, { formId, ...act });
      expect(id).not.toBe(mine);
      expect(await name(title, { formId, ...act })).toBe(id);
      await expect(name("Ändrad", { formId, ...act })).rejects.toBeInstanceOf(SentBefore);
    }
    expect(await name("Min", { formId })).toBe(mine);
    expect(await db.authority.count({ where: { name: { startsWith: "Egen" } } })).toBe(2);
  });

  test("that was used before its content was kept answers as it did", async () => {
    const formId = randomUUID();
    const result = randomUUID();
    await db.submission.create({ data: { id: formId, accountId: account.id, result } });
    expect(await name("Från förr", { formId })).toBe(result);
    expect(await db.authority.count({ where: { name: "Från förr" } })).toBe(0);
  });
});

test("the trail can't be changed or removed", async () => {
  await expect(db.auditEvent.updateMany({ data: { actorName: "Någon annan" } })).rejects.toThrow();
  await expect(db.auditEvent.deleteMany()).rejects.toThrow();
});
