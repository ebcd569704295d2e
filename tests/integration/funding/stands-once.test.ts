import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { toDbDate } from "~/terms/day";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeProject } from "../../factories/project";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const { id: projectId } = await makeProject(db);
const { id: budgetLineId } = await makeBudgetLine(db, { projectId });

const sourceId = randomUUID();
const day = toDbDate("2013-05-01");
const period = { startsOn: day, endsBefore: toDbDate("2013-06-01") };

const line = { projectId, costCategory: "Resor", financing: "cash" as const };
let places = 100;

const makes = {
  partner: (withdrawnAt: Date | null = null) =>
    db.partner.create({ data: { projectId, name: "Polisen", role: "partner", withdrawnAt } }),
  "budget line's place": (withdrawnAt: Date | null = null) =>
    db.budgetLine.create({ data: { ...line, position: 77, name: randomUUID(), withdrawnAt } }),
  "budget line's name": (withdrawnAt: Date | null = null) =>
    db.budgetLine.create({
      data: { ...line, position: (places += 1), name: "Resor", withdrawnAt },
    }),
  voucher: (withdrawnAt: Date | null = null) =>
    db.voucher.create({
      data: {
        ...{ projectId, identity: "A 1", objectCode: "1", orgNumber: "", fiscalYear: "2013" },
        ...{ series: "A", number: "1", bookedOn: day, text: "", withdrawnAt },
      },
    }),
  "course's promise": (withdrawnAt: Date | null = null) =>
    db.commitment.create({
      data: { budgetLineId, amountOre: 1n, sourceType: "training_record", sourceId, withdrawnAt },
    }),
  "ledger's reading": (withdrawnAt: Date | null = null) =>
    db.ledgerReading.create({
      data: { projectId, readOn: day, sourceType: "import", sourceId, withdrawnAt },
    }),
  "reported period": (withdrawnAt: Date | null = null) =>
    db.reportedPeriod.create({
      data: { projectId, ...period, sourceType: "report", sourceId, withdrawnAt },
    }),
};

test.each(Object.entries(makes))("a %s is unique among what stands", async (_what, make) => {
  await make(new Date());
  await make(new Date());
  await make();
  await make(new Date());
  await expect(make()).rejects.toThrow("Unique constraint failed");
});
