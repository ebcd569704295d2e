import fc from "fast-check";
import { test } from "vitest";
import { dayBefore, type IsoDate } from "~/terms/day";
import { testDatabase } from "../../support/database";
import { anyDay } from "../competence/random-facts";
import { holdsPages } from "./holds-pages";
import { anyPageFacts, projectKeys, type PageFacts } from "./page-facts";
import { store } from "./store-world";

const { db } = await testDatabase();

/** Mostly a project's first day, its last, the one after, or a report's: there its rules turn. */
const anyEdge = fc
  .tuple(fc.constantFrom(...projectKeys), fc.nat(5))
  .map(([key, which]) => ({ projects, reports }: PageFacts): IsoDate | null => {
    const { startsOn, endsBefore } = projects[key];
    return [startsOn, dayBefore(endsBefore), endsBefore, reports[0]?.dueOn][which] ?? null;
  });

test("every page says what the rules say of the facts, on any day, to each who may look", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyPageFacts,
      anyDay,
      anyDay,
      anyEdge,
      anyDay,
      async (facts, one, other, edge, counted) => {
        const world = await store(db, facts, counted);
        const [pastDay = one, day = one] = [one, edge(facts) ?? other].sort();
        await holdsPages(db, { world, today: day, pastDay });
      },
    ),
    // A run takes a second or two: shrinking one would take minutes.
    { numRuns: 16, endOnFailure: true },
  );
}, 240_000);
