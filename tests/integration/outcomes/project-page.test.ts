import { expect, test } from "vitest";
import { projectChartFile } from "~/features/outcomes/chart-files.server";
import { showProject } from "~/features/outcomes/project-page.queries.server";
import { translator } from "~/i18n/server";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeCost } from "../../factories/cost";
import { makeIndicator } from "../../factories/indicator";
import { makeProject } from "../../factories/project";
import { makeViewer } from "../../factories/viewer";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();

const today = "2013-07-19";
const speech = { language: "sv" as const, t: translator("sv") };

async function makeFundedProject() {
  const project = await makeProject(db, { name: "=Nätet" });
  const projectId = project.id;
  const grant = await db.grant.create({
    data: {
      project: { connect: { id: projectId } },
      funder: { create: { name: `Länsstyrelsen ${project.code}` } },
      programme: "Utvecklingsmedel",
      funderRef: "801-3238",
      ownRef: "3.1-0412",
      appliedOn: new Date("2012-10-01"),
      appliedOre: 150_000_000n,
      grantedOn: new Date("2012-12-01"),
      grantedOre: 120_000_000n,
    },
  });
  const line = await makeBudgetLine(db, {
    projectId,
    grantId: grant.id,
    costCategory: "Resor",
    plan: 365_000,
  });
  await makeBudgetLine(db, { projectId, costCategory: "Resor", plan: 36_500 });
  await makeCost(db, { projectId, budgetLineId: line.id, bookedOn: today, amountOre: 123_456 });
  await makeCost(db, { projectId, budgetLineId: null, bookedOn: today, amountOre: 100 });
  await makeIndicator(db, {
    projectId,
    name: "Kontakter; på nätet",
    targets: [["2014-01-01", 365]],
    measured: [["2013-07-01", 150.5]],
  });
  await db.decision.create({
    data: { projectId, body: "Nämnden", decidedOn: new Date("2012-09-01"), summary: "Ansök." },
  });
  const viewer = makeViewer({ roles: ["manager"], managedProjectIds: [projectId] });
  return { project, viewer };
}

test("the page holds money, outcomes and papers of one project", async () => {
  const { project, viewer } = await makeFundedProject();
  const view = await showProject(db, viewer, { code: project.code, today });
  expect(view.timeShare).toBeCloseTo(200 / 365);
  expect(view.money.paid).toMatchObject({ budgetOre: 401_500, accumulatedOre: 123_556 });
  expect(view.points).toHaveLength(12);
  expect(view.indicators).toMatchObject([{ actual: 150.5, isComputed: false }]);
  expect(view.identity).toMatchObject({
    grantedOre: 120_000_000,
    grants: [
      {
        programme: "Utvecklingsmedel",
        funderRef: "801-3238",
        ownRef: "3.1-0412",
        appliedOn: "2012-10-01",
        appliedOre: 150_000_000,
        grantedOn: "2012-12-01",
      },
    ],
    decisions: [{ body: "Nämnden", decidedOn: "2012-09-01" }],
  });
});

test("the page is plain data, fit for a browser", async () => {
  const { project, viewer } = await makeFundedProject();
  const view = await showProject(db, viewer, { code: project.code, today });
  expect(JSON.parse(JSON.stringify(view))).toEqual(view);
});

test("a chart's CSV says what the page says, in the reader's language", async () => {
  const { project, viewer } = await makeFundedProject();
  const file = async (name: string) =>
    projectChartFile(db, viewer, { code: project.code, file: name, today, speech });
  const budget = await file("budget.csv");
  expect(budget.name).toBe(`${project.code}-budget-2013-07-19.csv`);
  expect(new TextDecoder().decode(budget.bytes).split("\r\n")).toEqual([
    "Kostnadsslag;Budget;Plan till i dag;Utfall;Bundet;Kvar",
    "Resor;4015,00;2200,00;1234,56;0,00;2780,44",
    "Inte placerat;0,00;0,00;1,00;0,00;-1,00",
    "",
  ]);
  const outcomes = new TextDecoder().decode((await file("outcomes.csv")).bytes);
  expect(outcomes).toContain('"Kontakter; på nätet";kontakter;0;199;150,5;365;2014-01-01;76;');
  const cumulative = new TextDecoder().decode((await file("cumulative.csv")).bytes);
  expect(cumulative.split("\r\n")[7]).toMatch(/2013-07-19;2332,00;1235,56;1235,56$/);
});

test("a chart's PNG is a picture", async () => {
  const { project, viewer } = await makeFundedProject();
  for (const file of ["budget.png", "cumulative.png", "outcomes.png"]) {
    const png = await projectChartFile(db, viewer, { code: project.code, file, today, speech });
    expect(png.mediaType).toBe("image/png");
    expect([...png.bytes.slice(1, 4)].map((byte) => String.fromCharCode(byte)).join("")).toBe(
      "PNG",
    );
    expect(png.bytes.byteLength).toBeGreaterThan(5_000);
  }
});

test.each(["budget", "budget.pdf", "constructor.csv", "budget.csv.csv", ".csv", "../x.png"])(
  "there is no file %s",
  async (file) => {
    const { project, viewer } = await makeFundedProject();
    await expect(
      projectChartFile(db, viewer, { code: project.code, file, today, speech }),
    ).rejects.toMatchObject({ code: "not-found" });
  },
);

test("neither page nor file is there for those who don't reach the project", async () => {
  const { project } = await makeFundedProject();
  for (const viewer of [
    makeViewer({ roles: ["manager"], authorityId: project.authorityId }),
    makeViewer({ roles: ["funder"], fundedProjectIds: [project.id] }),
    makeViewer({ roles: ["employee"], unitId: project.unitId }),
  ]) {
    const given = { code: project.code, today };
    await expect(showProject(db, viewer, given)).rejects.toMatchObject({ code: "not-found" });
    await expect(
      projectChartFile(db, viewer, { ...given, file: "budget.csv", speech }),
    ).rejects.toMatchObject({ code: "not-found" });
  }
});
