import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cumulativeChart } from "~/features/funding/budget/cumulative-chart";
import { projectChartFile } from "~/overviews/project/chart-files.server";
import { showMeasurements } from "~/features/outcomes/measurements/measurements.queries.server";
import { showProject } from "~/overviews/project/project-page.queries.server";
import { reportPayload } from "~/features/reports/payload/report-payload.queries.server";
import { reportCumulativeChart } from "~/features/reports/tables/report-charts";
import { translator } from "~/i18n/server";
import { toDbDate } from "~/terms/day";
import { makeAttestation } from "../../factories/attestation";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeCompetence } from "../../factories/competence";
import { makeCost } from "../../factories/cost";
import { makeFrozenGroup } from "../../factories/frozen-group";
import { makeIndicator } from "../../factories/indicator";
import { letLeave, makePerson } from "../../factories/person";
import { makeProject } from "../../factories/project";
import { makeReport } from "../../factories/report";
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
  expect(view.money.grants).toMatchObject([{ grantedOre: 120_000_000 }]);
  expect(view.identity).toMatchObject({
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

test("once a project is over its outcomes stay those of its last day, as in its final report", async () => {
  const { project, viewer } = await makeFundedProject();
  const projectId = project.id;
  const unit = { id: project.unitId, authorityId: project.authorityId };
  const person = await makePerson(db, { unit });
  const competence = await makeCompetence(db, { authorityId: project.authorityId });
  await makeFrozenGroup(db, { project, competenceId: competence.id, members: [person.id] });
  await makeAttestation(db, {
    personId: person.id,
    competenceId: competence.id,
    attestedOn: "2013-02-01",
  });
  await letLeave(db, person.id, "2015-09-01");
  const targets: [string, number][] = [["2014-01-01", 100]];
  await makeIndicator(db, { projectId, source: "reach-percent", targets });
  await makeIndicator(db, {
    projectId,
    targets,
    measured: [
      ["2013-12-31", 40],
      ["2014-06-01", 90],
    ],
  });
  await makeCost(db, { projectId, budgetLineId: null, bookedOn: "2014-01-20", amountOre: 700 });
  const actualsOf = (indicators: { actual: number | null }[]) =>
    indicators.map(({ actual }) => actual);
  const given = { code: project.code, today: "2026-11-22" };

  const view = await showProject(db, viewer, given);
  expect(view.outcomesOn).toBe("2013-12-31");
  expect(actualsOf(view.indicators)).toEqual([150.5, 100, 40]);
  // What is booked late still counts.
  expect(view.money.paid.accumulatedOre).toBe(124_256);

  const report = await reportPayload(db, { projectCode: project.code, today: given.today });
  expect(actualsOf(report.indicators)).toEqual(actualsOf(view.indicators));

  const csvOf = async (name: string) => {
    const file = await projectChartFile(db, viewer, { ...given, file: `${name}.csv`, speech });
    return new TextDecoder().decode(file.bytes);
  };
  expect(await csvOf("outcomes")).toContain(
    ";0;99,7;40;2013-12-31;100;2014-01-01;40;Efter planen;2013-12-31\r\n",
  );
  expect(await csvOf("cumulative")).toContain("2014-01-31;4015,00;1242,56;");
  const measurements = await showMeasurements(db, viewer, {
    ...given,
    id: view.indicators.at(-1)?.id ?? "",
    page: 1,
  });
  expect(measurements).toMatchObject({ outcomesOn: "2013-12-31", indicator: { actual: 40 } });
  expect(measurements.measurements).toHaveLength(2);
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
    "Kostnadsslag;Budget;Plan t.o.m. 19 juli 2013;Utfall;Bundet;Kvar",
    "Resor;4015,00;2200,00;1234,56;0,00;2780,44",
    "Inte placerat;0,00;0,00;1,00;0,00;-1,00",
    "",
  ]);
  const outcomes = new TextDecoder().decode((await file("outcomes.csv")).bytes);
  expect(outcomes).toContain(
    '"Kontakter; på nätet";kontakter;0;181;150,5;2013-07-01;365;2014-01-01;83;',
  );
  const cumulative = new TextDecoder().decode((await file("cumulative.csv")).bytes);
  expect(cumulative.split("\r\n")[7]).toMatch(/2013-07-19;2332,00;1235,56;1235,56$/);
});

test("page, file and report compare with the plan of the day until which the ledger is known", async () => {
  const { project, viewer } = await makeFundedProject();
  const { id: projectId, code } = project;
  await db.ledgerReading.create({
    data: {
      ...{ projectId, readOn: toDbDate("2013-06-30") },
      ...{ sourceType: "import", sourceId: randomUUID() },
    },
  });
  const view = await showProject(db, viewer, { code, today });
  expect(view.timeShare).toBeCloseTo(181 / 365);
  expect(view.money.paid.planOre).toBe(Math.trunc((401_500 * 181) / 365));
  expect(view.money.plannedThrough).toBe("2013-06-30");
  const curve = cumulativeChart({ ...view, ...view.money }, speech);

  const whole = { startsOn: "2013-01-01", endsBefore: "2014-01-01" };
  const { id: reportId } = await makeReport(db, { projectId, ...whole });
  const report = await reportPayload(db, { reportId, today });
  expect(report.money.paid).toMatchObject({ planOre: view.money.paid.planOre });
  expect(reportCumulativeChart(report, speech)).toMatchObject({
    finding: curve.finding,
    description: curve.description,
  });
  const budget = await projectChartFile(db, viewer, { code, file: "budget.csv", today, speech });
  expect(new TextDecoder().decode(budget.bytes)).toContain(";Plan t.o.m. 30 juni 2013;");
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
