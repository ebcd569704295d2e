// A form offers what its row holds, also where it wouldn't be offered anew: opened and saved without
// a change, it changes nothing, whatever has happened elsewhere.
import { expect, test } from "vitest";
import routes from "~/routes";
import { formsOf } from "../kept-databases/page-forms";
import { demoDatabase } from "../support/demo-database";
import { editAddresses, editRoutes, type EditAddress } from "./support/edit-addresses";
import { cookieOf } from "./support/session";
import { wholeApp, type Ask } from "./support/whole-app";

const { db } = await demoDatabase();
const open = await wholeApp();

// The demo has but one returned course, and that has cost nothing.
await db.$executeRaw`
  update training_record record set status = 'returned' from account
  where account.person_id = record.person_id and account.demo_role = 'employee'
    and record.kind = 'course'`;
// What such a course had promised was let go when it came back, or paid when it was approved.
await db.commitment.deleteMany({});
const addresses = await editAddresses(db, 4);
const opened = new Date();
let content = await contentOf();

/**
 * Forms that change a row, but show nothing of it: they add something, or are a mere yes. A
 * correction asks for its reason, and so is never sent as it is.
 */
const showNothing = [
  "projects/:code/indicators/:id/measurements/:measurementId/edit",
  ...["projects/:code/setup/template", "projects/:code/setup/:part/:id/remove"],
  ...["projects/:code/groups/freeze", "projects/:code/costs/:id/place"],
  "projects/:code/setup/rates/:id/confirm",
];

test("every form that changes a row is among them, with at least one row", () => {
  const changing = routes
    .map(({ path = "" }) => path)
    .filter((path) => /\/edit$|\/setup\//.test(path) && !showNothing.includes(path));
  expect([...editRoutes].sort()).toEqual(changing.sort());
  const opened = new Set(addresses.map(({ route }) => route));
  expect(editRoutes.filter((route) => !opened.has(route))).toEqual([]);
});

test.each(addresses)("as it is: $path", async (address) => {
  await expectUntouched(address);
});

// What nobody else can write: one's own course that came back, and a rate, whose page asks.
const ofOneAlone = ["training/:id/edit", "projects/:code/setup/rates/:id"];

test.each(addresses.filter(({ route }) => !ofOneAlone.includes(route)))(
  "who has seen another one is told so: $path",
  async ({ path, roles }) => {
    for (const role of roles) {
      const ask = open(await cookieOf(db, role));
      const page = await ask(path);
      if (page.status !== 200) continue;
      const answer = await saveUntouched(ask, { path, html: await page.text(), seen: "another" });
      expect([role, answer.status]).toEqual([role, 400]);
    }
  },
);

test("the trail of every change says what was before it", async () => {
  const events = await db.auditEvent.findMany({ where: { at: { gte: opened } } });
  const changes = events.filter(({ action }) => !saidElsewhere.includes(action));
  const silent = changes.filter(({ detail }) => !saysBefore(detail)).map(({ action }) => action);
  expect([...new Set(silent)]).toEqual([]);
  expect(changes.length).toBeGreaterThan(30);
});

/** What a report says of itself stays with its versions; who looks at somebody changes nothing. */
const saidElsewhere = ["report.write", "person.look"];

function saysBefore(detail: unknown): boolean {
  return typeof detail === "object" && detail !== null && ("was" in detail || "before" in detail);
}

test("what the forms offer changes elsewhere", async () => {
  await changeElsewhere();
  content = await contentOf();
  expect(await db.unit.count({ where: { name: "Annan enhet" } })).toBe(1);
});

test.each(addresses)("after that: $path", async (address) => {
  await expectUntouched(address);
});

async function expectUntouched({ path, roles }: EditAddress): Promise<void> {
  let opened = 0;
  for (const role of roles) {
    const ask = open(await cookieOf(db, role));
    const page = await ask(path);
    if (page.status === 404 || page.status === 403) continue;
    opened += 1;
    const answer = await saveUntouched(ask, { path, html: await page.text() });
    expect(answer, `${role} saves ${path}`).toEqual({ status: 303, faults: [] });
    await sendBackAgain(path);
    const before = content;
    content = await contentOf();
    expect(content, `${role} saves ${path}`).toEqual(before);
  }
  expect(opened, `nobody opens ${path}`).toBeGreaterThan(0);
}

type Opened = { path: string; html: string; seen?: string };

async function saveUntouched(ask: Ask, { path, html, seen }: Opened) {
  const form = formsOf(html).find(({ action }) => action === null || action === path);
  if (!form) throw new Error(`${path} has no form of its own`);
  const body = form.multipart ? new FormData() : new URLSearchParams();
  for (const [name, value] of form.fields) if (typeof value === "string") body.append(name, value);
  if (seen !== undefined) body.set("seen", seen);
  const answer = await ask(path, body);
  const text = await answer.text();
  const faults = [...text.matchAll(/class="field-error"[^>]*>([\s\S]*?)<\/p>/g)];
  return { status: answer.status, faults: faults.map(([, fault]) => fault) };
}

/** A course that has been mended waits for its manager: that is the change it asks for. */
async function sendBackAgain(path: string): Promise<void> {
  const id = /^\/training\/([^/]+)\/edit$/.exec(path)?.[1];
  if (!id) return;
  await db.trainingRecord.update({ where: { id }, data: { status: "returned" } });
  await db.commitment.deleteMany({ where: { sourceId: id } });
}

/**
 * All that the database holds, a mark for each table, but for what every form leaves behind: the
 * trail, the form's own id, the session; for what follows from the rest, and is brought up to date
 * by the next act whichever it is; and for the ids of rows that are written anew as a whole.
 */
async function contentOf(): Promise<Record<string, string>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = current_schema() and tablename
      not in ('_prisma_migrations', 'audit_event', 'submission', 'session', 'lineage_due', 'unit_due',
        'unit_count', 'unit_holding', 'unit_spread', 'unit_spread_days') order by 1`;
  const marks = await db.$queryRawUnsafe<{ name: string; mark: string }[]>(
    tables
      .map(
        ({
          name,
        }) => `select '${name}' as name, coalesce(md5(string_agg(row, '' order by row)), '') as mark
          from (select (to_jsonb(t) - '{${leftOut(name)}}'::text[])::text as row from "${name}" t) rows`,
      )
      .join(" union all "),
  );
  return Object.fromEntries(marks.map(({ name, mark }) => [name, mark]));
}

function leftOut(table: string): string {
  if (table === "budget_amount" || table === "indicator_target") return "id";
  return table === "training_record" ? "submitted_at,submitted_by_id" : "";
}

/**
 * What each form's row holds is no longer offered anew: projects and people belong to a unit that
 * few reach, grants have been closed, and courses are called and give something else.
 */
async function changeElsewhere(): Promise<void> {
  const unit = await db.unit.findFirstOrThrow({ where: { parentId: null } });
  const { id: unitId } = await db.unit.create({
    data: { authorityId: unit.authorityId, name: "Annan enhet" },
  });
  await db.$executeRaw`update project set unit_id = ${unitId}::uuid`;
  await db.$executeRaw`update "grant" set closed_on = '2012-01-01'`;
  await db.$executeRaw`
    update course set title = title || ', ny', competence_id = (
      select id from competence where id is distinct from course.competence_id order by id limit 1)`;
  await db.$executeRaw`
    insert into course (id, authority_id, title)
    select gen_random_uuid(), authority_id, left(title, -4) from course`;
  await db.$executeRaw`update placement set share = 20 where ends_before is null`;
  await db.$executeRaw`
    insert into placement (id, person_id, unit_id, share, starts_on)
    select gen_random_uuid(), person_id, ${unitId}::uuid, 60, max(starts_on) from placement
    where ends_before is null and withdrawn_at is null group by person_id`;
}
