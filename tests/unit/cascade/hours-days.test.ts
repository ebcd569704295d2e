import { expect, test } from "vitest";
import { hoursDays } from "~/features/cascade/rules/hours-days";

const agreed = "2013-01-01";

function daysOf(
  trainers: string[],
  learners: Record<string, string | null>,
): Record<string, string | null> {
  const days = hoursDays({
    trainers: trainers.map((person) => ({ person, agreed })),
    learners: Object.entries(learners).map(([person, confirmed]) => ({ person, confirmed })),
  });
  return Object.fromEntries(days.map(({ person, countsOn }) => [person, countsOn]));
}

test("a learner's hours count from their own answer, the trainers' from the first", () => {
  expect(daysOf(["t", "u"], { a: "2013-02-03", b: "2013-02-01", c: null })).toEqual({
    ...{ t: "2013-02-01", u: "2013-02-01" },
    ...{ a: "2013-02-03", b: "2013-02-01", c: null },
  });
});

test("nobody's hours count before anybody has answered", () => {
  expect(daysOf(["t"], { a: null, b: null })).toEqual({ t: null, a: null, b: null });
});

test("who taught is no learner of the same hand-over, and confirms nobody's hours", () => {
  expect(daysOf(["t", "a"], { a: "2013-02-01", b: null })).toEqual({ t: null, a: null, b: null });
});
