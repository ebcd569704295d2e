import { expect, test } from "vitest";
import { ledgerTarget } from "~/features/funding/costs/ledger-target.queries.server";
import { projectMoney } from "~/features/funding/budget/figures.queries.server";
import { fundableLines } from "~/features/funding/budget/fundable-lines.queries.server";
import { listCosts } from "~/features/funding/costs/costs.queries.server";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeCost } from "../../factories/cost";
import { makeProject } from "../../factories/project";
import { makeViewer } from "../../factories/viewer";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const today = "2013-07-19";

test("lines that two grants of one funder pay alike are told apart wherever one is named", async () => {
  const project = await makeProject(db);
  const { id: projectId, code } = project;
  const funder = await db.funder.create({ data: { name: `Länsstyrelsen ${code}` } });
  const lineIds: string[] = [];
  for (const programme of ["Del ett", "Del två"]) {
    const grant = await db.grant.create({ data: { projectId, funderId: funder.id, programme } });
    const line = { projectId, grantId: grant.id, costCategory: "Lön", name: "Lön" };
    lineIds.push((await makeBudgetLine(db, line)).id);
  }
  const names = ["Del ett", "Del två"].map((part) => `Lön (Länsstyrelsen ${code}, ${part})`);
  const viewer = makeViewer({ roles: ["manager"], managedProjectIds: [projectId] });
  const [budgetLineId = ""] = lineIds;
  await makeCost(db, { projectId, budgetLineId, bookedOn: today, amountOre: 1 });

  const nameOf = ({ name }: { name: string }) => name;
  const period = { startsOn: today, endsBefore: "2013-07-20" };
  const money = await projectMoney(db, { projectId, period, asOf: today });
  expect(money.lines.map(nameOf)).toEqual(names);
  const costs = await listCosts(db, viewer, { code, filter: "all", page: 1, today });
  expect(costs.lines.map(nameOf)).toEqual(names);
  expect(costs.costs.map(({ line }) => line)).toEqual(names.slice(0, 1));
  expect((await ledgerTarget(db, { code })).lines.map(nameOf)).toEqual(names);
  const offered = await fundableLines(db, { which: { lineIds }, day: today, today });
  expect(offered.map(nameOf)).toEqual(names);
});
