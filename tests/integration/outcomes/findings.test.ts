import fc from "fast-check";
import { expect, test } from "vitest";
import { projectIndicators } from "~/features/outcomes/indicators.queries.server";
import { findingOn } from "~/features/outcomes/rules/finding";
import { decidedBy } from "~/features/outcomes/rules/targets";
import { indicatorSetUp } from "~/features/outcomes/set-up/indicator-set-up.queries.server";
import { sinceAlways, toDbDate } from "~/terms/day";
import { makeIndicator } from "../../factories/indicator";
import { makeProject } from "../../factories/project";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();

const dayOf = (number: number) =>
  new Date(Date.UTC(2013, 0, 1 + number)).toISOString().slice(0, 10);
const day = fc.integer({ min: 0, max: 12 });
const value = fc.integer({ min: -300, max: 900 }).map((hundredths) => hundredths / 100);

/** What became of a measurement after it was entered. */
const fate = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: "stands" as const }) },
  fc.constant({ kind: "withdrawn" as const }),
  fc.record({ kind: fc.constant("corrected" as const), on: day, value }),
);

const facts = fc.record({
  baseline: value,
  higherIsBetter: fc.boolean(),
  cumulation: fc.constantFrom("sum" as const, "latest" as const, "average" as const),
  measured: fc.array(fc.record({ on: day, value, fate }), { maxLength: 5 }),
  // The targets by decision: each until the next; a correction withdraws what it corrects.
  decisions: fc.uniqueArray(
    fc.record({
      decided: day,
      corrected: fc.boolean(),
      targets: fc.uniqueArray(fc.record({ due: fc.integer({ min: 1, max: 12 }), value }), {
        ...{ maxLength: 2, selector: ({ due }: { due: number }) => due },
      }),
    }),
    { maxLength: 3, selector: ({ decided }) => decided },
  ),
});
type Facts = typeof facts extends fc.Arbitrary<infer Of> ? Of : never;

test("a page's findings are the rule's, on every day of any history", async () => {
  await fc.assert(
    fc.asyncProperty(facts, async (history) => {
      const { id: projectId } = await makeProject(db);
      const indicator = await store(projectId, history);
      // Another project's facts are none of this one's.
      await store((await makeProject(db)).id, history);
      const known = factsOf(history);
      for (let number = 0; number < 14; number += 1) {
        const asOf = dayOf(number);
        const [view, ...others] = await projectIndicators(db, { projectId, asOf });
        expect(others).toEqual([]);
        expect(view).toMatchObject({ id: indicator.id, ...findingOn(known, asOf) });
        const inForce = decidedBy(known.targets, asOf);
        const shown = inForce.map(({ dueOn, value: aim }) => ({ dueOn, value: aim }));
        expect(view?.targets).toMatchObject(shown);
        expect(view?.targets).toHaveLength(shown.length);
        const [setUp] = await indicatorSetUp(db, { projectId, today: asOf });
        expect(setUp?.targets).toEqual(shown);
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);

/** The same facts as the rule takes them: what was withdrawn never was. */
function factsOf({ baseline, higherIsBetter, cumulation, measured, decisions }: Facts) {
  const standing = measured.flatMap(({ on, value: first, fate: became }) => {
    if (became.kind === "withdrawn") return [];
    const stands = became.kind === "corrected" ? became : { on, value: first };
    return [{ measuredOn: dayOf(stands.on), value: stands.value }];
  });
  return {
    ...{ baseline, higherIsBetter, baselineOn: dayOf(0) },
    results: { cumulation, measured: standing },
    targets: stretches(decisions).flatMap(({ targets, decidedOn, replacedOn }) =>
      targets.map(({ due, value: aim }) => ({
        ...{ dueOn: dayOf(due), value: aim, decidedOn, replacedOn },
      })),
    ),
  };
}

function stretches(decisions: Facts["decisions"]) {
  const inOrder = decisions.toSorted((a, b) => a.decided - b.decided);
  return inOrder.map((decision, index) => {
    const next = inOrder[index + 1];
    return {
      ...decision,
      decidedOn: index === 0 ? sinceAlways : dayOf(decision.decided),
      replacedOn: next ? dayOf(next.decided) : null,
    };
  });
}

async function store(projectId: string, history: Facts) {
  const { baseline, higherIsBetter, cumulation, measured, decisions } = history;
  const given = { projectId, baseline, higherIsBetter, cumulation, baselineOn: dayOf(0) };
  const indicator = await makeIndicator(db, given);
  const indicatorId = indicator.id;
  for (const [index, { on, value: first, fate: became }] of measured.entries()) {
    const enteredAt = new Date(Date.UTC(2020, 0, 1, 0, index));
    const entered = { indicatorId, enteredAt, measuredOn: toDbDate(dayOf(on)), value: first };
    const withdrawnAt = became.kind === "stands" ? null : new Date();
    const { id } = await db.measurement.create({ data: { ...entered, withdrawnAt } });
    if (became.kind !== "corrected") continue;
    const measuredOn = toDbDate(dayOf(became.on));
    await db.measurement.create({
      data: { indicatorId, enteredAt, measuredOn, value: became.value, replacesId: id },
    });
  }
  for (const { targets, corrected, decidedOn, replacedOn } of stretches(decisions)) {
    const days = {
      decidedOn: toDbDate(decidedOn),
      replacedOn: replacedOn === null ? null : toDbDate(replacedOn),
    };
    for (const { due, value: aim } of targets) {
      const decided = { indicatorId, dueOn: toDbDate(dayOf(due)), ...days };
      if (corrected) {
        const withdrawn = { value: aim + 1, withdrawnAt: new Date() };
        await db.indicatorTarget.create({ data: { ...decided, ...withdrawn } });
      }
      await db.indicatorTarget.create({ data: { ...decided, value: aim } });
    }
  }
  return indicator;
}
