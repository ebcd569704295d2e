import { expect, test } from "vitest";
import { reportClock } from "~/features/reports/rules/report-clock";
import type { RowOf } from "~/features/reports/rules/report-row";

const startsOn = "2013-06-01";

function course(person: string, day: string): RowOf<"training"> {
  const facts = { minutes: 60, costOre: 0 };
  return { kind: "training", id: person, under: null, day, person, source: null, facts };
}

test("who takes part from the period's first day on is active in it, and new", () => {
  const now = [course("ann", "2013-05-31"), course("bo", startsOn), course("cia", "2013-06-02")];
  const clock = reportClock({ then: null, now, groupsThen: [] }, startsOn);
  expect(clock.activePeople).toBe(2);
  expect(clock.coursePeople).toMatchObject({ previous: 1, thisPeriod: 2, accumulated: 3 });
});
