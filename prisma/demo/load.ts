import { AppError } from "~/platform/app-error";
import { makeDatabase, type Transaction } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { keepLineage } from "~/features/cascade/history/keep-lineage.server";
import { demoRows } from "./rows";
import type { DemoRows } from "./tables";

/**
 * Fills an empty, migrated database with the demo as it is on `today`, all or nothing. Its shared
 * reports are frozen by the start, as everybody's. The same day gives the same rows, whichever
 * database it is. Throws an `AppError("conflict")` where there
 * is an authority or an account already.
 */
export async function loadDemo(databaseUrl: string, today: IsoDate): Promise<void> {
  const rows = demoRows(today);
  const db = makeDatabase(databaseUrl);
  try {
    await db.$transaction(
      async (tx) => {
        await refuseWhereInUse(tx);
        await write(tx, rows);
        await keepLineage(tx);
      },
      { timeout: 60_000, maxWait: 10_000 },
    );
  } finally {
    await db.$disconnect();
  }
}

async function refuseWhereInUse(tx: Transaction): Promise<void> {
  const inUse = (await tx.authority.count()) + (await tx.account.count());
  if (inUse > 0) {
    throw new AppError("conflict", "The demo goes into an empty database, and this one is in use");
  }
}

/** In the order in which rows name each other. */
async function write(tx: Transaction, rows: DemoRows): Promise<void> {
  await tx.authority.createMany({ data: rows.authorities });
  await tx.unit.createMany({ data: rows.units });
  await tx.person.createMany({ data: rows.people });
  await tx.placement.createMany({ data: rows.placements });
  await tx.funder.createMany({ data: rows.funders });
  await tx.project.createMany({ data: rows.projects });
  await tx.grant.createMany({ data: rows.grants });
  await tx.phase.createMany({ data: rows.phases });
  await tx.decision.createMany({ data: rows.decisions });
  await tx.appendix.createMany({ data: rows.appendices });
  await tx.partner.createMany({ data: rows.partners });
  await tx.competence.createMany({ data: rows.competences });
  await tx.coreElement.createMany({ data: rows.coreElements });
  await tx.requirement.createMany({ data: rows.requirements });
  await tx.course.createMany({ data: rows.courses });
  await tx.frozenGroup.createMany({ data: rows.frozenGroups });
  await tx.groupMember.createMany({ data: rows.groupMembers });
  await tx.budgetLine.createMany({ data: rows.budgetLines });
  await tx.budgetAmount.createMany({ data: rows.budgetAmounts });
  await tx.hourRate.createMany({ data: rows.hourRates });
  await tx.voucher.createMany({ data: rows.vouchers });
  await tx.cost.createMany({ data: rows.costs });
  await tx.commitment.createMany({ data: rows.commitments });
  await tx.ownHours.createMany({ data: rows.ownHours });
  await tx.trainingRecord.createMany({ data: rows.trainingRecords });
  await tx.trainingDecision.createMany({ data: rows.trainingDecisions });
  await tx.handOver.createMany({ data: rows.handOvers });
  await tx.handOverTrainer.createMany({ data: rows.handOverTrainers });
  await tx.handOverLearner.createMany({ data: rows.handOverLearners });
  await tx.handOverElement.createMany({ data: rows.handOverElements });
  await tx.attestation.createMany({ data: rows.attestations });
  await tx.indicator.createMany({ data: rows.indicators });
  await tx.indicatorTarget.createMany({ data: rows.indicatorTargets });
  await tx.measurement.createMany({ data: rows.measurements });
  await tx.report.createMany({ data: rows.reports });
  await tx.reportComment.createMany({ data: rows.reportComments });
  await tx.reportedPeriod.createMany({ data: rows.reportedPeriods });
  await tx.account.createMany({ data: rows.accounts });
  await tx.roleGrant.createMany({ data: rows.roleGrants });
  await tx.auditEvent.createMany({ data: rows.auditEvents });
}
