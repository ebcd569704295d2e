// What the database itself refuses of a row's source, and of a role's reach.
import { randomUUID } from "node:crypto";
import { expect, inject, test } from "vitest";
import { deployMigrations } from "~/platform/postgres/migrations";
import { makeDatabase } from "~/platform/db.server";
import { withScratchDatabase } from "../../../scripts/migrate/scratch-database";
import { makeAccount } from "../../factories/account";
import { makeWorkplace } from "../../factories/workplace";
import { loadKeptDatabase } from "../../kept-databases/kept-database";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const { unit, project, line, competence, employee, authorityId } = await makeWorkplace(db);
const personId = employee.personId ?? "";
const sourceId = randomUUID();

const types = ["training_record", "hand_over", "import"] as const;
const day = new Date("2013-05-01");

test.each([
  {
    what: "a cost",
    fits: ["training_record"],
    make: (sourceType: (typeof types)[number]) =>
      db.cost.create({
        data: { projectId: project.id, bookedOn: day, amountOre: 1, sourceType, sourceId },
      }),
  },
  {
    what: "own hours",
    fits: ["hand_over"],
    make: (sourceType: (typeof types)[number]) =>
      db.ownHours.create({
        data: {
          ...{ projectId: project.id, budgetLineId: line.id, personId, workedOn: day },
          ...{ minutes: 60, rateOre: 1, amountOre: 1, sourceType, sourceId },
        },
      }),
  },
  {
    what: "a hand-over's training",
    fits: ["hand_over"],
    make: (sourceType: (typeof types)[number]) => makeRecord("hand_over", sourceType),
  },
  {
    what: "an imported training",
    fits: ["import"],
    make: (sourceType: (typeof types)[number]) => makeRecord("import", sourceType),
  },
  {
    what: "a logged course",
    fits: [],
    make: (sourceType: (typeof types)[number]) => makeRecord("course", sourceType),
  },
  {
    what: "a course's attestation",
    fits: ["training_record"],
    make: (sourceType: (typeof types)[number]) => makeAttested("course", sourceType),
  },
  {
    what: "a manager's attestation",
    fits: [],
    make: (sourceType: (typeof types)[number]) => makeAttested("manager", sourceType),
  },
])("$what comes from what it can come from", async ({ fits, make }) => {
  const taken = [];
  for (const type of types) if (await isTaken(make(type))) taken.push(type);
  expect(taken).toEqual(fits);
});

test("a source is named with its kind, or not at all", async () => {
  const cost = { projectId: project.id, bookedOn: day, amountOre: 1 };
  expect(await isTaken(db.cost.create({ data: { ...cost, sourceId } }))).toBe(false);
  expect(await isTaken(db.cost.create({ data: { ...cost, sourceType: "training_record" } }))).toBe(
    false,
  );
  expect(await isTaken(db.cost.create({ data: cost }))).toBe(true);
});

test("a role has the reach that it is for, and no other", async () => {
  const { id: accountId } = await makeAccount(db, { authorityId });
  const reaches = { none: {}, unit: { unitId: unit.id }, project: { projectId: project.id } };
  const fitting: Record<string, string[]> = {};
  const roles = ["employee", "manager", "project_manager", "funder", "administrator"] as const;
  for (const role of roles) {
    const taken = [];
    for (const [name, reach] of Object.entries({
      ...reaches,
      both: { ...reaches.unit, ...reaches.project },
    })) {
      const grant = db.roleGrant.create({ data: { accountId, role, ...reach } });
      if (await isTaken(grant)) taken.push(name);
    }
    fitting[role] = taken;
  }
  expect(fitting).toEqual({
    ...{ employee: ["none"], manager: ["unit"], administrator: ["none"] },
    ...{ project_manager: ["project"], funder: ["project"] },
  });
});

test("what an earlier version let a ledger replace names its voucher, and the voucher its course", () =>
  withScratchDatabase(inject("testServer").url, async (url) => {
    await loadKeptDatabase(url, "20261121231540-own");
    await deployMigrations(url);
    const kept = makeDatabase(url);
    try {
      const replaced = await kept.cost.findMany({ where: { replacedById: { not: null } } });
      expect(replaced).toMatchObject([{ amountOre: 845_050n, sourceType: "training_record" }]);
      const [logged] = replaced;
      expect(
        await kept.cost.findMany({ where: { voucherId: logged?.replacedById ?? "" } }),
      ).toMatchObject([{ amountOre: 845_050n, sourceId: logged?.sourceId, withdrawnAt: null }]);
      expect(
        await kept.cost.count({ where: { sourceId: { not: null }, voucherId: { not: null } } }),
      ).toBe(1);
    } finally {
      await kept.$disconnect();
    }
  }));

function makeRecord(kind: "course" | "hand_over" | "import", sourceType: (typeof types)[number]) {
  return db.trainingRecord.create({
    data: {
      ...{ authorityId, personId, kind, status: "approved", title: "Kurs" },
      ...{ heldOn: day, minutes: 60, sourceType, sourceId },
    },
  });
}

function makeAttested(source: "course" | "manager", sourceType: (typeof types)[number]) {
  return db.attestation.create({
    data: {
      ...{ personId, competenceId: competence.id, level: 2, source },
      ...{ attestedOn: day, standsFrom: day, sourceType, sourceId },
    },
  });
}

async function isTaken(write: Promise<unknown>): Promise<boolean> {
  return write.then(
    () => true,
    () => false,
  );
}
