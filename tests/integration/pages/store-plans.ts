import { randomUUID } from "node:crypto";
import type { Database } from "~/platform/db.server";
import { toDbDate } from "~/terms/day";
import { projectKeys, type ProjectKey } from "./page-facts";
import type { Decided } from "./plan-facts";
import { wrong } from "./stored-days";
import { hourOre, paperDays, partnersHours, voucherKeys, type World } from "./page-world";

export async function storePlans(db: Database, world: World): Promise<void> {
  const { projects, lines, indicators, partners, hours, facts } = world;
  const { budgets, targets, measurements, readings, answeredOn } = facts.plans;
  const decided = ({ startsOn, endsBefore, withdrawn }: Decided) => ({
    ...{ decidedOn: toDbDate(startsOn), replacedOn: endsBefore && toDbDate(endsBefore) },
    withdrawnAt: wrong({ withdrawn }),
  });
  for (const key of projectKeys) {
    const [projectId, indicatorId] = [projects[key], indicators[key]];
    await db.budgetAmount.createMany({
      data: budgets.map(({ line, days, amountOre, ...decision }) => ({
        ...{ budgetLineId: lines[key][line], amountOre: BigInt(amountOre), ...decided(decision) },
        ...{ startsOn: toDbDate(days.startsOn), endsBefore: toDbDate(days.endsBefore) },
      })),
    });
    for (const [position, [id, withdrawnAt]] of [
      [indicatorId, null] as const,
      [randomUUID(), new Date()] as const,
    ].entries()) {
      await db.indicator.create({
        data: {
          ...{ id, withdrawnAt, projectId, position, name: key, unit: "st", baseline: 0 },
          ...{ baselineOn: toDbDate(paperDays.indicator), cumulation: "latest" },
        },
      });
      await db.indicatorTarget.createMany({
        data: targets.map(({ dueOn, value, ...decision }) => ({
          ...{ indicatorId: id, dueOn: toDbDate(dueOn), value, ...decided(decision) },
        })),
      });
      await db.measurement.createMany({
        data: measurements.map(({ measuredOn, value, ...row }) => ({
          ...{ indicatorId: id, measuredOn: toDbDate(measuredOn), value },
          withdrawnAt: wrong(row),
        })),
      });
    }
    await db.ledgerReading.createMany({
      data: readings.map(({ readOn, ...row }) => ({
        ...{ projectId, readOn: toDbDate(readOn), withdrawnAt: wrong(row) },
        ...{ sourceType: "import" as const, sourceId: randomUUID() },
      })),
    });
    const entered = { projectId, budgetLineId: lines[key].hours, partnerId: partners[key] };
    const { minutes } = partnersHours;
    const worked = {
      ...{ workedOn: toDbDate(partnersHours.workedOn), minutes },
      ...{ rateOre: hourOre, amountOre: BigInt(minutes) },
    };
    // On a line that takes none of theirs.
    const strays = [lines[key].cash, lines[key].spare, lines[otherThan(key)].hours];
    await db.ownHours.createMany({
      data: strays.map((budgetLineId) => ({ ...entered, ...worked, budgetLineId })),
    });
    await db.ownHours.createMany({
      data: voucherKeys.map((each, index) => ({
        ...{ ...entered, ...worked, id: hours[key][each] },
        ...{ replacesId: hours[key][voucherKeys[index - 1] ?? each] },
        ...(index === 0 && { replacesId: null }),
        countsOn: answeredOn && toDbDate(answeredOn),
        withdrawnAt: wrong({ withdrawn: each !== "last" }),
      })),
    });
  }
}

const otherThan = (key: ProjectKey): ProjectKey => (key === "near" ? "far" : "near");
