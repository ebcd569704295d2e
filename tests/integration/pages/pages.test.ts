import fc from "fast-check";
import { test } from "vitest";
import { testDatabase } from "../../support/database";
import { anyDay } from "../competence/random-facts";
import { holdsPeople, holdsUnitList, holdsUnits } from "./holds-units";
import { anyPageFacts } from "./page-facts";
import { store } from "./page-world";
import { viewersOf } from "./viewers";

const { db } = await testDatabase();

test("every page says what the rules say of the facts, on any day, to each who may look", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyPageFacts,
      fc.uniqueArray(anyDay, { minLength: 3, maxLength: 3 }),
      async (facts, days) => {
        const world = await store(db, facts);
        const [pastDay = ""] = days;
        for (const today of days) {
          const viewers = await viewersOf(db, world, today);
          const { administrator, manager, employee, projectManager } = viewers;
          for (const looking of [administrator, manager]) {
            await holdsUnits(db, { world, today, looking, pastDay });
            await holdsUnitList(db, { world, today, looking });
          }
          for (const looking of [administrator, manager, employee, projectManager]) {
            await holdsPeople(db, { world, today, looking });
          }
        }
      },
    ),
    { numRuns: 8 },
  );
}, 120_000);
