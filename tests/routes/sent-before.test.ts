import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { translator } from "~/i18n/server";
import { action as approve } from "~/routes/training.$id.approve";
import { action as sendBack } from "~/routes/training.$id.return";
import { action as log } from "~/routes/training.log";
import type { RefusedForm } from "~/ui/form";
import { demoDatabase } from "../support/demo-database";
import { cookieOf } from "./support/session";

const { db } = await demoDatabase();
const sentence = translator("sv")("errors.sentBefore");
const course = {
  title: "Källkritik i praktiken",
  heldOn: "2026-11-20",
  hours: "2",
  learned: "Ett",
};

type Action = (args: { request: Request; params: Record<string, string> }) => Promise<unknown>;
type Sent = { cookie: string; form: Record<string, string>; path?: string; id?: string };

/** Where the action sends its caller, or the form that it refuses. */
async function send(action: Action, { cookie, form, path = "/training/log", id = "" }: Sent) {
  const request = new Request(`http://localhost${path}`, {
    method: "POST",
    headers: { cookie, "accept-language": "sv" },
    body: new URLSearchParams(form),
  });
  try {
    // What Remix's `data` makes.
    return { refused: ((await action({ request, params: { id } })) as { data: RefusedForm }).data };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, to: thrown.headers.get("location") ?? "" };
  }
}

test("a form that is sent again with other content is asked about, and goes with one press", async () => {
  const cookie = await cookieOf(db, "employee");
  const form = { ...course, title: "Tillbaka och ändra", submissionId: randomUUID() };
  const first = await send(log, { cookie, form });
  expect(first.to).toMatch(/^\/training\?logged=/);
  expect(await send(log, { cookie, form })).toEqual(first);

  const more = { ...form, heldOn: "2026-11-19", learned: "Två" };
  const { refused } = await send(log, { cookie, form: more });
  expect(refused?.form.asked).toMatchObject({
    ...{ touched: [{ says: sentence, links: [{ href: first.to }] }], mark: null },
  });
  expect(refused?.form.values).toMatchObject({ ...more, submissionId: expect.any(String) });
  expect(await learnedIn(form.title)).toEqual(["Ett"]);

  const again = { ...more, submissionId: String(refused?.form.values.submissionId) };
  const second = await send(log, { cookie, form: again });
  expect(second.to).toMatch(/^\/training\?logged=/);
  expect(second).not.toEqual(first);
  expect(await send(log, { cookie, form: again })).toEqual(second);
  expect(await send(log, { cookie, form })).toEqual(first);
  expect(await learnedIn(form.title)).toEqual(["Ett", "Två"]);
});

test("what can't be accepted of the other content is said first", async () => {
  const cookie = await cookieOf(db, "employee");
  const form = { ...course, title: "Först rätt", submissionId: randomUUID() };
  await send(log, { cookie, form });
  const { refused } = await send(log, { cookie, form: { ...form, hours: "många" } });
  expect(Object.keys(refused?.form.errors ?? {})).toEqual(["hours"]);
});

test("another person's form of the same id is their own", async () => {
  const form = { ...course, title: "Delad dator", submissionId: randomUUID() };
  await send(log, { cookie: await cookieOf(db, "employee"), form });
  const { to } = await send(log, { cookie: await cookieOf(db, "manager"), form });
  expect(to).toMatch(/^\/training\?logged=/);
  expect(await learnedIn(form.title)).toEqual(["Ett", "Ett"]);
});

test("two commands of one page, which share its id, don't answer for each other", async () => {
  const cookie = await cookieOf(db, "manager");
  const { id, submittedAt } = await db.trainingRecord.findFirstOrThrow({
    where: { status: "submitted", kind: "course", person: { account: null } },
  });
  const shared = { submissionId: randomUUID(), seenAt: submittedAt.toISOString() };
  const returned = await send(sendBack, {
    ...{ cookie, id, path: `/training/${id}/return` },
    form: { ...shared, word: "Vad lärde du dig?" },
  });
  expect(returned.status).toBe(303);
  const approved = await send(approve, {
    ...{ cookie, id, path: `/training/${id}/approve` },
    form: { ...shared, level: "2", competenceId: "" },
  });
  // It has been returned meanwhile: that is the answer, not that it was approved.
  expect(approved.status).toBe(409);
  const { status } = await db.trainingRecord.findUniqueOrThrow({ where: { id } });
  expect(status).toBe("returned");
});

async function learnedIn(title: string): Promise<string[]> {
  const records = await db.trainingRecord.findMany({
    where: { title },
    orderBy: { submittedAt: "asc" },
  });
  return records.map(({ learned }) => learned);
}
