import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, toDbDate } from "~/terms/day";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeProject } from "../../factories/project";
import { makeUnit } from "../../factories/unit";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const unit = await makeUnit(db);

const dayOf = (number: number) => addDays("2013-03-01", number);
const day = fc.integer({ min: 0, max: 5 });
const stretch = fc
  .tuple(day, fc.integer({ min: 1, max: 4 }))
  .map(([from, length]) => ({ from, until: from + length }));

const seldom = fc.constantFrom(false, false, false, false, true);

test("a project takes hours of a stretch that has a day on which it runs, with a rate and a line", async () => {
  const facts = fc.record({
    runs: stretch,
    rate: stretch.chain((given) =>
      fc.record({
        ...{
          from: fc.constant(given.from),
          until: fc.option(fc.constant(given.until), { freq: 6 }),
        },
        isWithdrawn: seldom,
      }),
    ),
    isWithoutLine: seldom,
    asked: stretch,
  });
  await fc.assert(
    fc.asyncProperty(facts, async ({ runs, rate, isWithoutLine, asked }) => {
      const project = await makeProject(db, {
        ...{ unit, startsOn: dayOf(runs.from), endsBefore: dayOf(runs.until) },
      });
      const { id: projectId } = project;
      await makeBudgetLine(db, { projectId, financing: isWithoutLine ? "cash" : "in_kind" });
      await db.hourRate.create({
        data: {
          ...{ projectId, rateOre: 1n, validFrom: toDbDate(dayOf(rate.from)) },
          endsBefore: rate.until === null ? null : toDbDate(dayOf(rate.until)),
          withdrawnAt: rate.isWithdrawn ? new Date() : null,
        },
      });
      const days = Array.from({ length: 30 }, (_, number) => number);
      const isRated = (number: number) =>
        !rate.isWithdrawn && rate.from <= number && (rate.until === null || number < rate.until);
      const takes = days.some(
        (number) =>
          !isWithoutLine && isRated(number) && within(runs, number) && within(asked, number),
      );
      const found = await db.$queryRaw<{ id: string }[]>`
        select project_id as id
        from taking_hours(${dayOf(asked.from)}::date, ${dayOf(asked.until - 1)}::date)
        where project_id = ${projectId}::uuid`;
      expect(found).toHaveLength(takes ? 1 : 0);
      for (const number of [rate.from - 1, rate.from, rate.until ?? 9]) {
        const rates = await db.$queryRaw<object[]>`
          select * from rate_on(${projectId}::uuid, ${dayOf(number)}::date)`;
        expect(rates).toHaveLength(isRated(number) ? 1 : 0);
      }
    }),
    { numRuns: 200 },
  );
}, 60_000);

function within({ from, until }: { from: number; until: number }, number: number): boolean {
  return from <= number && number < until;
}
