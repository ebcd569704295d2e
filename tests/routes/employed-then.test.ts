import { expect, test } from "vitest";
import { formsOf, wordsOf, type PageForm } from "../kept-databases/page-forms";
import { demoDatabase } from "../support/demo-database";
import { cookieOf } from "./support/session";
import { wholeApp, type Ask } from "./support/whole-app";

const { db } = await demoDatabase();
const open = await wholeApp();

test("the page tells why a course of a day after the last can't be approved, and what to do", async () => {
  const ask = open(await cookieOf(db, "manager"));
  const { form, id } = await formIn(ask, "/training/approvals", /^\/training\/([^/]+)\/approve/);
  const { personId, heldOn } = await db.trainingRecord.findUniqueOrThrow({ where: { id } });
  await leave(personId, heldOn);
  expect(await refusalOf(ask, form, { level: "1" })).toMatch(
    /hade slutat när kursen hölls: sista dagen var \d.* Rätta på personens sida/,
  );
});

test("a course from before the first day is asked about, and approved after a tick", async () => {
  const ask = open(await cookieOf(db, "manager"));
  const { form, id } = await formIn(ask, "/training/approvals", /^\/training\/([^/]+)\/approve/);
  const { personId, heldOn } = await db.trainingRecord.findUniqueOrThrow({ where: { id } });
  const startsOn = new Date(heldOn.getTime() + 24 * 60 * 60 * 1000);
  await db.placement.updateMany({ where: { personId }, data: { startsOn, endsBefore: null } });
  const page = await (await send(ask, form, { level: "1" })).text();
  expect(wordsOf(page)).toContain("ligger före den första arbetsdagen");
  const agreed = /name="agreed"[^>]* value="([^"]+)"/.exec(page)?.[1] ?? "";
  expect((await send(ask, form, { level: "1", agreed })).status).toBe(303);
});

test("the page tells why a hand-over of a day after the last can't be confirmed, and what to do", async () => {
  const ask = open(await cookieOf(db, "employee"));
  const { personId } = await db.account.findUniqueOrThrow({ where: { demoRole: "employee" } });
  const { form, id } = await formIn(ask, "/handovers", /^\/handovers\/([^/]+)\/confirm/);
  const { heldOn } = await db.handOver.findUniqueOrThrow({ where: { id } });
  await leave(personId, heldOn);
  expect(await refusalOf(ask, form)).toMatch(
    /hade slutat \d.*: sista dagen var \d.* Be en chef rätta sista dagen/,
  );
});

/** The day itself is the first on which they aren't there any more. */
async function leave(personId: string | null, day: Date) {
  await db.placement.updateMany({
    where: { personId: personId ?? "" },
    data: { startsOn: new Date("2000-01-01"), endsBefore: day },
  });
}

async function formIn(ask: Ask, path: string, action: RegExp) {
  const forms = formsOf(await (await ask(path)).text());
  const form = forms.find((each) => action.test(each.action ?? ""));
  const [, id = ""] = action.exec(form?.action ?? "") ?? [];
  if (!form) throw new Error(`${path} has no form to ${String(action)}`);
  return { form, id };
}

/** The words of the page that refuses a form. */
async function refusalOf(...sent: Parameters<typeof send>) {
  const answer = await send(...sent);
  expect(answer.status).toBe(400);
  return wordsOf(await answer.text());
}

function send(ask: Ask, form: PageForm, changed: Record<string, string> = {}) {
  const fields = new URLSearchParams(form.fields.map(([name, value]) => [name, String(value)]));
  for (const [name, value] of Object.entries(changed)) fields.set(name, value);
  return ask(form.action ?? "", fields);
}
