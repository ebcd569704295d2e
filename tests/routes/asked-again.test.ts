import { expect, test } from "vitest";
import { demoDatabase } from "../support/demo-database";
import { formsOf, wordsOf, type PageForm } from "../kept-databases/page-forms";
import { cookieOf } from "./support/session";
import { wholeApp } from "./support/whole-app";

const { db } = await demoDatabase();
const open = await wholeApp();
const path = "/projects/NATET/edit";

test("a project's shorter time is asked about in the page, and done after a tick", async () => {
  const ask = open(await cookieOf(db, "project_manager"));
  // Its budget stands in the way: that is refused, not asked about.
  await db.$executeRaw`
    delete from own_hours using project
    where project.id = own_hours.project_id and project.code = 'NATET'`;
  await db.$executeRaw`
    delete from budget_amount using budget_line line, project
    where line.id = budget_amount.budget_line_id and project.id = line.project_id
      and project.code = 'NATET'`;
  const before = await stored();

  const opened = formIn(await (await ask(path)).text());
  expect(names(opened)).not.toContain("agreed");
  const asked = await ask(path, fieldsOf(opened, { endsOn: "2026-06-30" }));
  const page = await asked.text();
  expect(asked.status).toBe(400);
  expect(wordsOf(page)).toMatch(/Innan det sparas.* kostnader, 2026-\d\d-\d\d till/);
  expect(await stored()).toEqual(before);

  const again = formIn(page);
  expect(Object.fromEntries(again.fields).endsOn).toBe("2026-06-30");
  // The box isn't ticked for the person.
  expect(names(again)).not.toContain("agreed");
  expect((await ask(path, fieldsOf(again, {}))).status).toBe(400);
  const mark = /name="agreed"[^>]* value="([^"]+)"/.exec(page)?.[1] ?? "";
  expect((await ask(path, fieldsOf(again, { agreed: mark }))).status).toBe(303);
  expect((await stored()).endsBefore).toEqual(new Date("2026-07-01"));
});

function stored() {
  return db.project.findUniqueOrThrow({ where: { code: "NATET" } });
}

function formIn(html: string): PageForm {
  const form = formsOf(html).find(({ html }) => html.includes('name="endsOn"'));
  if (!form) throw new Error("The page has no form with the project's days");
  return form;
}

function names({ fields }: PageForm): string[] {
  return fields.map(([name]) => name);
}

function fieldsOf({ fields }: PageForm, changed: Record<string, string>): URLSearchParams {
  const sent = new URLSearchParams(fields.map(([name, value]) => [name, String(value)]));
  for (const [name, value] of Object.entries(changed)) sent.set(name, value);
  return sent;
}
