import { expect, test } from "vitest";
import { dayBefore, toDbDate, toIsoDate } from "~/terms/day";
import { demoDatabase } from "../support/demo-database";
import { formsOf, wordsOf } from "../kept-databases/page-forms";
import { everyRoute } from "./support/every-route";
import { cookieOf } from "./support/session";
import { wholeApp } from "./support/whole-app";

const { db } = await demoDatabase();
const open = await wholeApp();
const ask = open(await cookieOf(db, "project_manager"));
const outside = open(await cookieOf(db, "employee"));

const { id: projectId, endsBefore } = await db.project.findUniqueOrThrow({
  where: { code: "NATET" },
});
const lastDay = dayBefore(toIsoDate(endsBefore));
const form = (await formOf("/projects/NATET/setup/rates/new"))!;
await db.project.update({ where: { id: projectId }, data: { code: "NATET-2" } });

const [indicator, computed, cost, group] = await Promise.all([
  db.indicator.findFirstOrThrow({
    where: { projectId, source: null, measurements: { some: {} } },
    include: { measurements: true },
  }),
  db.indicator.findFirstOrThrow({ where: { projectId, source: { not: null } } }),
  db.cost.findFirstOrThrow({ where: { projectId, budgetLineId: null, withdrawnAt: null } }),
  db.frozenGroup.findFirstOrThrow({ where: { projectId } }),
]);

const { measurements, id: _, ...facts } = indicator;
const withdrawnAt = new Date();
const wasIndicator = await db.indicator.create({
  data: { ...facts, position: 99, name: "Av misstag", withdrawnAt },
});
// Where another stands it can't stand again.
const { id: competenceId } = await db.competence.findFirstOrThrow({
  where: { frozenGroups: { none: { projectId } } },
});
const wasGroup = await db.frozenGroup.create({
  data: { projectId, competenceId, frozenOn: group.frozenOn, withdrawnAt },
});

/** What stands for the other parameters of a project's addresses. */
const ids: Record<string, string> = {
  "projects/:code/indicators/:id/edit": indicator.id,
  "projects/:code/indicators/:id/withdraw": indicator.id,
  "projects/:code/indicators/:id/restore": wasIndicator.id,
  "projects/:code/groups/:id/withdraw": group.id,
  "projects/:code/groups/:id/restore": wasGroup.id,
  "projects/:code/indicators/:id/measurements": indicator.id,
  "projects/:code/indicators/:id/measurements/:measurementId/edit": indicator.id,
  "projects/:code/indicators/:id/measurements/:measurementId/withdraw": indicator.id,
  "projects/:code/indicators/:id/rows": computed.id,
  "projects/:code/costs/:id/place": cost.id,
};

const measurementId = measurements[0]?.id ?? "";

const pages = (await everyRoute())
  .filter(({ path, module }) => path.startsWith("/projects/:code") && "default" in module)
  .map(({ path }) => path.slice(1))
  .filter((path) => !path.includes(":part"));

test.each(pages)("%s leads on from a former code, with the rest and the query", async (path) => {
  const address = (code: string) =>
    `/${path
      .replace(":code", code)
      .replace(":id", ids[path] ?? "new")
      .replace(":measurementId", measurementId)}?page=1&from=a+b&validFrom=2026-02-01&rateOre=300`;
  const led = await ask(address("NATET"));
  expect([led.status, led.headers.get("location")]).toEqual([302, address("NATET-2")]);
  expect((await ask(address("natet-2"))).headers.get("location")).toBe(address("NATET-2"));
  expect((await ask(address("NATET-2"))).status).toBe(200);
  // To those who see no projects it is nothing, and leads nowhere.
  expect((await outside(address("NATET"))).headers.get("location")).toBeNull();
});

test("a chart by a former code is the project's chart", async () => {
  const chart = await ask("/projects/NATET/charts/budget.csv");
  expect(chart.status).toBe(200);
});

test("a competence's page leads on from a former code, and its file and forms answer to it", async () => {
  const { id } = await db.competence.findUniqueOrThrow({ where: { code: "sokmetoder" } });
  const enter = open(await cookieOf(db, "manager"));
  const opened = await (await enter("/handovers/new?competence=sokmetoder")).text();
  await db.competence.update({ where: { id }, data: { code: "sok-2" } });

  const led = await ask("/cascade/sokmetoder?unit=u&a=b");
  const group = "?project=NATET-2";
  expect((await ask(`/cascade/sokmetoder${group}`)).headers.get("location")).toBe(
    `/cascade/sok-2${group}`,
  );
  expect(led.status).toBe(404);
  const [former, present] = await Promise.all([
    ask(`/cascade/sokmetoder/file${group}`),
    ask(`/cascade/sok-2/file${group}`),
  ]);
  expect(former.status).toBe(200);
  expect(await former.text()).toBe(await present.text());
  const competenceIn = (html: string) =>
    formsOf(html).flatMap(({ fields }) => fields.filter(([name]) => name === "competence"));
  expect(competenceIn(opened)).toEqual([["competence", id]]);
  expect(competenceIn(await (await enter("/handovers/new?competence=sokmetoder")).text())).toEqual([
    ["competence", id],
  ]);
});

test("a form that was opened at a former code is sent there: refused it comes back as it was", async () => {
  const fields = new URLSearchParams();
  for (const [name, value] of form.fields) fields.append(name, String(value));
  fields.set("rateOre", "trehundra");
  fields.set("validFrom", lastDay);
  const refused = await ask("/projects/NATET/setup/rates/new", fields);
  const page = await refused.text();
  expect(refused.status).toBe(400);
  expect(page).toContain('value="trehundra"');
  expect(wordsOf(page)).toContain("Skriv beloppet i kronor");

  fields.set("rateOre", "300");
  expect((await ask("/projects/NATET/setup/rates/new", fields)).status).toBe(303);
  const rate = await db.hourRate.findFirst({ where: { validFrom: toDbDate(lastDay) } });
  expect(rate).toMatchObject({ projectId, rateOre: 30_000n });
});

async function formOf(path: string) {
  const html = await (await ask(path)).text();
  return formsOf(html).find(({ action }) => action === null || action === path);
}
