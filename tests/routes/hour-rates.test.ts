import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { openSession } from "~/features/access/sessions.server";
import { sessionCookie } from "~/features/access/visit.server";
import type { RateChangeView } from "~/features/funding/rates/rate-change.queries.server";
import { action as remove } from "~/routes/projects.$code.setup.$part.$id.remove";
import { action as save } from "~/routes/projects.$code.setup.rates.$id";
import { action as agree, loader as ask } from "~/routes/projects.$code.setup.rates.$id.confirm";
import { toDbDate } from "~/terms/day";
import { makeBudgetLine } from "../factories/budget-line";
import { makeHourRates } from "../factories/hour-rates";
import { makeOwnHours } from "../factories/own-hours";
import { makePerson } from "../factories/person";
import { makeProject } from "../factories/project";
import { next } from "../factories/sequence";
import { makeUnit } from "../factories/unit";
import { testDatabase } from "../support/database";

const { db } = await testDatabase();

/** A project with an hour of May 2013 at 350 kr, and the cookie of its manager. */
async function makeBookedProject() {
  const unit = await makeUnit(db);
  const project = await makeProject(db, { unit });
  const projectId = project.id;
  await makeHourRates(db, projectId, [
    { validFrom: "2013-01-01", rateOre: 30_000 },
    { validFrom: "2013-05-01", rateOre: 35_000 },
  ]);
  const line = await makeBudgetLine(db, { projectId, financing: "in_kind" });
  const person = await makePerson(db, { unit });
  const hour = { workedOn: "2013-05-14", minutes: 20, amountOre: 11_667, personId: person.id };
  await makeOwnHours(db, { projectId, budgetLineId: line.id, ...hour });
  const { id } = await db.account.create({
    data: {
      authorityId: project.authorityId,
      name: "Vera Ek",
      email: `vera${next()}@example.se`,
      roleGrants: { create: [{ role: "project_manager", projectId }] },
    },
  });
  const cookie = `${sessionCookie}=${await openSession(db, id)}`;
  return { projectId, code: project.code, cookie };
}

type Route = (args: { request: Request; params: Record<string, string> }) => Promise<unknown>;
type Call = { cookie: string; path: string; form?: Record<string, string> };

/** What the route answers: its data, `status location`, or the refused form's errors. */
async function call(route: Route, { cookie, path, form }: Call): Promise<unknown> {
  const [, , code = "", , part = "", id = ""] = path.split(/[/?]/);
  const request = new Request(`http://localhost${path}`, {
    method: form ? "POST" : "GET",
    headers: { cookie, "accept-language": "sv" },
    ...(form && { body: new URLSearchParams({ submissionId: randomUUID(), ...form }) }),
  });
  try {
    const result = await route({ request, params: { code, part, id } });
    // What Remix's `data` makes of a refused form; of a page's data it has nothing.
    return (result as { data?: { form?: { errors: unknown } } }).data?.form?.errors ?? result;
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return `${thrown.status} ${thrown.headers.get("location") ?? ""}`.trim();
  }
}

async function viewOf(asked: Call): Promise<RateChangeView> {
  // The page's loader answers with its view.
  return (await call(ask, asked)) as RateChangeView;
}

const amounts = (projectId: string) =>
  db.ownHours
    .findMany({ where: { projectId, withdrawnAt: null } })
    .then((rows) => rows.map(({ amountOre }) => Number(amountOre)));

test("a rate that touches booked hours leads to a page that shows them, and from there it is done", async () => {
  const { code, cookie, projectId } = await makeBookedProject();
  const path = `/projects/${code}/setup/rates/new`;
  const form = { validFrom: "2013-05-10", rateOre: "398" };
  const asks = `${path}/confirm?validFrom=2013-05-10&rateOre=398`;
  expect(await call(save, { cookie, path, form })).toBe(`303 ${asks}`);
  expect(await amounts(projectId)).toEqual([11_667]);

  const view = await viewOf({ cookie, path: asks });
  expect(view).toMatchObject({ sums: { rowCount: 1, minutes: 20, afterOre: 13_267 } });
  // What has not been seen is shown again.
  expect(await call(agree, { cookie, path: asks, form: { seen: "0" } })).toBe(`303 ${asks}`);
  expect(await call(agree, { cookie, path: asks, form: { seen: view.seen } })).toBe(
    `303 /projects/${code}/setup#rates`,
  );
  expect(await amounts(projectId)).toEqual([13_267]);
});

test("a rate that touches nothing is saved at once", async () => {
  const { code, cookie } = await makeBookedProject();
  const path = `/projects/${code}/setup/rates/new`;
  const form = { validFrom: "2013-05-15", rateOre: "398" };
  expect(await call(save, { cookie, path, form })).toBe(`303 /projects/${code}/setup#rates`);
});

test("so is the removal of one asked about", async () => {
  const { code, cookie, projectId } = await makeBookedProject();
  const validFrom = toDbDate("2013-05-01");
  const rate = await db.hourRate.findFirstOrThrow({ where: { projectId, validFrom } });
  const path = `/projects/${code}/setup/rates/${rate.id}`;
  const asks = `${path}/confirm?remove=on`;
  expect(await call(remove, { cookie, path: `${path}/remove`, form: {} })).toBe(`303 ${asks}`);
  const view = await viewOf({ cookie, path: asks });
  expect(view).toMatchObject({ rate: null, sums: { beforeOre: 11_667, afterOre: 10_000 } });
  await call(agree, { cookie, path: asks, form: { seen: view.seen } });
  expect(await amounts(projectId)).toEqual([10_000]);
});

test("an address that carries no rate is no page", async () => {
  const { code, cookie } = await makeBookedProject();
  for (const query of ["", "?validFrom=2013-05-10", "?validFrom=2013-02-30&rateOre=1"]) {
    const path = `/projects/${code}/setup/rates/new/confirm${query}`;
    const answer = await call(ask, { cookie, path }).catch((error: unknown) => error);
    expect(JSON.stringify(answer)).toContain("404");
  }
});
