import { expect, test } from "vitest";
import { loadDemo } from "../../../prisma/demo/load";
import { sampleFiles } from "../../../prisma/demo/samples";
import { ledgerTarget } from "~/features/funding/costs/ledger-target.queries.server";
import { readLedgerPlan } from "~/features/exchange/ledgers/ledger-plan.queries.server";
import { readList } from "~/features/exchange/lists/list-importer.server";
import { planTrainingImport } from "~/features/exchange/lists/training-plan.queries.server";
import { readSie } from "~/formats/sie/read-sie";
import { testDatabase } from "../../support/database";

// The first of January: last month is another year's.
test.each(["2026-11-21", "2027-01-01"])("on %s the samples fit the demo", async (today) => {
  const { url, db } = await testDatabase();
  await loadDemo(url, today);
  const [ledger, list] = sampleFiles(today);
  if (!ledger || !list) throw new Error("There are two samples");

  const { file, problems } = readSie(ledger.bytes);
  expect(problems).toEqual([]);
  const target = await ledgerTarget(db, { code: "NATET" });
  const plan = await readLedgerPlan(db, { file, target, objectCode: "4120" });
  expect(plan.added.map(({ number }) => number)).toEqual(["9001", "9002", "9003", "9004"]);
  expect(plan.same.length).toBeGreaterThan(0);
  expect([plan.asked, plan.elsewhere, plan.outsidePeriod, plan.twins]).toEqual([[], [], [], []]);

  const { id: authorityId } = await db.authority.findFirstOrThrow();
  const reach = { authorityId, unitIds: "all" as const };
  const training = await planTrainingImport(db, {
    ...{ file: readList(new Uint8Array(list.bytes)), mapping: null, reach, today },
  });
  expect(training.mappingFaults).toEqual([]);
  expect(training.added).toHaveLength(4);
  expect(training.faults).toMatchObject([{ row: 6, field: "date", reason: "noSuchDate" }]);
});
