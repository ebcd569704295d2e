import fc from "fast-check";
import { test } from "vitest";
import { testDatabase } from "../../support/database";
import { anyDay } from "../competence/random-facts";
import { holdsPages } from "./holds-pages";
import { anyPageFacts } from "./page-facts";
import { store } from "./store-world";

const { db } = await testDatabase();

test("every page says what the rules say of the facts, on any day, to each who may look", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyPageFacts,
      anyDay,
      anyDay,
      anyDay,
      async (facts, today, otherDay, counted) => {
        const world = await store(db, facts, counted);
        const [pastDay = today, day = today] = [today, otherDay].sort();
        await holdsPages(db, { world, today: day, pastDay });
      },
    ),
    // A run takes a second or two: shrinking one would take minutes.
    { numRuns: 6, endOnFailure: true },
  );
}, 240_000);
