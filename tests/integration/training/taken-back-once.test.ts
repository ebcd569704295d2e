// What was taken back before stays as it was: no act on what it came from touches it, or counts it.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { claimInvoice } from "~/features/funding/costs/costs.commands.server";
import { withdrawReading } from "~/features/funding/costs/ledgers.commands.server";
import { withdrawVouchers } from "~/features/funding/costs/replace-vouchers.commands.server";
import { hoursFrom } from "~/features/funding/own-hours/hours-from.queries.server";
import {
  answerOwnHours,
  changeOwnHours,
} from "~/features/funding/own-hours/own-hours.commands.server";
import { withdrawReported } from "~/features/funding/reported/reported-periods.commands.server";
import {
  answerHandOverTraining,
  changeHandOverMinutes,
} from "~/features/training/records/hand-over-training.commands.server";
import { withdrawSourced } from "~/features/training/records/withdraw-sourced.commands.server";
import type { Transaction } from "~/platform/db.server";
import { sourceColumns } from "~/platform/source";
import { toDbDate } from "~/terms/day";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeCompetence } from "../../factories/competence";
import { makeImport } from "../../factories/import";
import { makePerson } from "../../factories/person";
import { makeProject } from "../../factories/project";
import { makeUnit } from "../../factories/unit";
import { makeVoucher } from "../../factories/voucher";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const unit = await makeUnit(db);
const { authorityId } = unit;
const { id: projectId } = await makeProject(db, { unit });
const { id: budgetLineId } = await makeBudgetLine(db, { projectId });
const { id: hoursLineId } = await makeBudgetLine(db, { projectId, financing: "in_kind" });
const { id: competenceId } = await makeCompetence(db, { authorityId });

const day = toDbDate("2013-05-01");
const before = new Date("2013-06-01T00:00:00Z");
const both = [before, null];

const act = <Result>(work: (tx: Transaction) => Promise<Result>) => db.$transaction(work);

test("what came of a course is taken back once; the ledger's row of it stays", async () => {
  const { id: personId } = await makePerson(db, { unit });
  const source = { type: "training_record" as const, id: randomUUID() };
  const of = sourceColumns(source);
  const voucher = await makeVoucher(db, { projectId, bookedOn: "2013-05-01", number: "1" });
  await db.cost.createMany({
    data: [
      ...both.map((withdrawnAt) => ({
        projectId,
        bookedOn: day,
        amountOre: 1n,
        ...of,
        withdrawnAt,
      })),
      { projectId, bookedOn: day, amountOre: 1n, ...of, voucherId: voucher.id, rowNumber: 1 },
    ],
  });
  await db.commitment.createMany({
    data: both.map((withdrawnAt) => ({ budgetLineId, amountOre: 1n, ...of, withdrawnAt })),
  });
  await db.attestation.createMany({
    data: both.map((withdrawnAt) => ({
      ...{ personId, competenceId, level: 2, source: "course" as const, ...of, withdrawnAt },
      ...{ attestedOn: day, standsFrom: day },
    })),
  });
  expect(await act((tx) => withdrawSourced(tx, source))).toEqual({
    ...{ commitments: 1, attestations: 1, costs: 1, invoices: 1 },
  });
  const gone = { where: { withdrawnAt: before } };
  expect([
    await db.cost.count({ where: { ...of, ...gone.where } }),
    await db.commitment.count({ where: { ...of, ...gone.where } }),
    await db.attestation.count({ where: { ...of, ...gone.where } }),
  ]).toEqual([1, 1, 1]);
  expect(await db.cost.findMany({ where: { voucherId: voucher.id } })).toMatchObject([
    { withdrawnAt: null, sourceId: null },
  ]);
});

test("what came of a hand-over is answered, changed and taken back where it stands", async () => {
  const { id: personId } = await makePerson(db, { unit });
  const source = { type: "hand_over" as const, id: randomUUID() };
  const of = sourceColumns(source);
  const hours = { projectId, budgetLineId: hoursLineId, personId, rateOre: 60n, workedOn: day };
  await db.ownHours.createMany({
    data: both.map((withdrawnAt) => ({
      ...{ ...hours, ...of, minutes: 60, amountOre: 60n, unanswered: true, withdrawnAt },
    })),
  });
  await db.trainingRecord.createMany({
    data: (["withdrawn", "submitted"] as const).map((status) => ({
      ...{ authorityId, personId, kind: "hand_over" as const, title: "Metod", heldOn: day },
      ...{ minutes: 60, status, ...of },
    })),
  });
  await act((tx) => answerOwnHours(tx, source, [personId]));
  const answer = { handOverId: source.id, personId, status: "approved" as const };
  expect(await act((tx) => answerHandOverTraining(tx, answer))).toBe(1);
  await act((tx) => changeHandOverMinutes(tx, { ...answer, minutes: 90 }));
  const written = await db.trainingRecord.findMany({ where: of, orderBy: { minutes: "asc" } });
  expect(written.map(({ status, minutes }) => [status, minutes])).toEqual([
    ["withdrawn", 60],
    ["approved", 90],
  ]);
  await act((tx) => changeOwnHours(tx, source, { personIds: [personId], minutes: 90 }));
  expect(await hoursFrom(db, source)).toEqual({ people: 1, minutes: 90, amountOre: 90 });
  expect(await act((tx) => withdrawSourced(tx, source))).toEqual({
    ...{ trainingRecords: 1, ownHours: 1, attestations: 0 },
  });
  const kept = { ...of, withdrawnAt: before };
  expect(await db.ownHours.findMany({ where: kept })).toMatchObject([{ unanswered: true }]);
  expect(await db.ownHours.count({ where: of })).toBe(3);
});

test("an import's rows are taken back once, and a row that is gone is nobody's invoice", async () => {
  const { id: importId } = await makeImport(db, { authorityId, projectId });
  const [gone, standing] = await Promise.all(
    ["2", "3"].map((number) => makeVoucher(db, { projectId, bookedOn: "2013-05-01", number })),
  );
  const ids = [gone?.id ?? "", standing?.id ?? ""];
  await db.voucher.updateMany({ where: { id: { in: ids } }, data: { importId } });
  await db.voucher.update({ where: { id: ids[0] ?? "" }, data: { withdrawnAt: before } });
  await db.cost.createMany({
    data: ids.flatMap((voucherId, index) =>
      [before, index === 0 ? before : null].map((withdrawnAt, row) => ({
        ...{ projectId, bookedOn: day, amountOre: 100n, voucherId, rowNumber: row, withdrawnAt },
      })),
    ),
  });
  await db.ledgerReading.createMany({
    data: both.map((withdrawnAt) => ({
      ...{ projectId, readOn: day, sourceType: "import" as const, sourceId: importId, withdrawnAt },
    })),
  });
  const [lost] = await db.cost.findMany({ where: { voucherId: ids[0] ?? "" } });
  const invoiced = { costId: lost?.id ?? "", projectId, budgetLineId, amountOre: 100 };
  const source = { type: "training_record" as const, id: randomUUID() };
  await expect(act((tx) => claimInvoice(tx, { ...invoiced, source }))).rejects.toMatchObject({
    code: "conflict",
  });
  await act(async (tx) => {
    await withdrawVouchers(tx, () => undefined, importId);
    await withdrawReading(tx, importId);
  });
  expect([
    await db.voucher.count({ where: { importId, withdrawnAt: before } }),
    await db.cost.count({ where: { voucherId: { in: ids }, withdrawnAt: before } }),
    await db.cost.count({ where: { voucherId: { in: ids }, withdrawnAt: null } }),
    await db.ledgerReading.count({ where: { sourceId: importId, withdrawnAt: before } }),
    await db.ledgerReading.count({ where: { sourceId: importId, withdrawnAt: null } }),
  ]).toEqual([1, 3, 0, 1, 0]);
});

test("a course's own cost and a row of another project are nobody's invoice", async () => {
  const source = { type: "training_record" as const, id: randomUUID() };
  const taken = sourceColumns({ type: "training_record", id: randomUUID() });
  const voucher = await makeVoucher(db, { projectId, bookedOn: "2013-05-01", number: "4" });
  const row = { projectId, bookedOn: day, amountOre: 100n };
  const [logged, other, free] = await db.cost.createManyAndReturn({
    data: [
      row,
      { ...row, voucherId: voucher.id, rowNumber: 1, ...taken },
      { ...row, voucherId: voucher.id, rowNumber: 2 },
    ],
  });
  const claim = (costId = "", of = projectId) =>
    act((tx) => claimInvoice(tx, { costId, projectId: of, budgetLineId, amountOre: 100, source }));
  for (const id of [logged?.id, other?.id]) {
    await expect(claim(id)).rejects.toMatchObject({ code: "conflict" });
  }
  const { id: elsewhere } = await makeProject(db, { unit });
  await expect(claim(free?.id, elsewhere)).rejects.toMatchObject({ code: "conflict" });
  await claim(free?.id);
});

test("that a funder reads a period is taken back once", async () => {
  const sourceId = randomUUID();
  const reported = { projectId, startsOn: day, endsBefore: toDbDate("2013-06-01") };
  await db.reportedPeriod.createMany({
    data: both.map((withdrawnAt) => ({
      ...{ ...reported, sourceType: "report" as const, sourceId, withdrawnAt },
    })),
  });
  await act((tx) => withdrawReported(tx, sourceId));
  const all = await db.reportedPeriod.findMany({ where: { sourceId } });
  expect(all.filter(({ withdrawnAt }) => withdrawnAt?.getTime() === before.getTime())).toHaveLength(
    1,
  );
  expect(all.filter(({ withdrawnAt }) => withdrawnAt === null)).toHaveLength(0);
});
