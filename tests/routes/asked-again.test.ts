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

test("why a figure that a funder has read is changed is asked for at its field", async () => {
  const ask = open(await cookieOf(db, "project_manager"));
  const grants = { where: { project: { code: "NATET" }, withdrawnAt: null } };
  const { id, grantedOre } = await db.grant.findFirstOrThrow(grants);
  const address = `/projects/NATET/setup/grants/${id}`;
  const grantIn = (html: string) => formIn(html, "grantedOre");
  const opened = grantIn(await (await ask(address)).text());
  const asked = await (await ask(address, fieldsOf(opened, { grantedOre: "1 250 000" }))).text();
  const reason = /<label[^>]* for="field-reason"[^>]*>([\s\S]*?)<\/label>/;
  expect(wordsOf(reason.exec(asked)?.[1] ?? "")).toBe("Varför ändrar ni?");
  expect(faultsOf(asked)).toEqual(["agreed"]);
  expect(faultsOf(await (await ask(address, fieldsOf(grantIn(asked), {}))).text())).toEqual([
    ...["agreed", "reason"],
  ]);
  const agreed = /name="agreed"[^>]* value="([^"]+)"/.exec(asked)?.[1] ?? "";
  const yes = (given: string) => fieldsOf(grantIn(asked), { agreed, reason: given });
  const blank = await ask(address, yes(" "));
  expect(blank.status).toBe(400);
  const page = await blank.text();
  expect(faultsOf(page)).toEqual(["reason"]);
  expect(wordsOf(page)).toContain("Skriv varför: en bidragsgivare har läst siffrorna.");
  expect(Object.fromEntries(grantIn(page).fields).agreed).toBe(agreed);
  expect((await db.grant.findFirstOrThrow(grants)).grantedOre).toBe(grantedOre);
  expect((await ask(address, yes("Fel belopp"))).status).toBe(303);
});

test("what an indicator that was a mistake touches is on its page before anything is sent", async () => {
  const ask = open(await cookieOf(db, "administrator"));
  const indicator = { project: { code: "NATET" }, name: "Kontakter på nätet" };
  const { id } = await db.indicator.findFirstOrThrow({ where: indicator });
  const list = "/projects/NATET/setup";
  const address = `/projects/NATET/indicators/${id}/withdraw`;
  expect(await (await ask(`/projects/NATET/indicators/${id}/edit`)).text()).toContain(address);
  const opened = await (await ask(address)).text();
  expect(wordsOf(opened)).toMatch(/Innan det sparas.* mål\..* mätningar, från .*läst/);
  expect(faultsOf(opened)).toEqual([]);
  const form = formIn(opened, "reason");
  expect(names(form)).not.toContain("agreed");
  expect(faultsOf(await (await ask(address, fieldsOf(form, {}))).text())).toEqual([
    ...["agreed", "reason"],
  ]);
  const agreed = /name="agreed"[^>]* value="([^"]+)"/.exec(opened)?.[1] ?? "";
  const done = await ask(address, fieldsOf(form, { agreed, reason: "Dubbel" }));
  expect([done.status, done.headers.get("location")]).toEqual([303, `${list}#indicators`]);
  // It stands among those that were taken back alone.
  const restoring = `/projects/NATET/indicators/${id}/restore`;
  const listed = await (await ask(list)).text();
  expect([listed.includes(`${id}/edit`), listed.includes(restoring)]).toEqual([false, true]);
  expect((await ask(address)).status).toBe(404);
});

/** The fields that the page's list of faults leads to. */
function faultsOf(html: string): string[] {
  return [...html.matchAll(/href="#field-(\w+)"/g)].map(([, name = ""]) => name);
}

function stored() {
  return db.project.findUniqueOrThrow({ where: { code: "NATET" } });
}

function formIn(html: string, field = "endsOn"): PageForm {
  const form = formsOf(html).find(({ html }) => html.includes(`name="${field}"`));
  if (!form) throw new Error(`The page has no form with ${field}`);
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
