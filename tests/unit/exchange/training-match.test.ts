import { expect, test } from "vitest";
import {
  matchTraining,
  type MatchedRow,
  type StandingTraining,
} from "~/features/exchange/lists/training-match";

const course = { personId: "p", heldOn: "2026-03-04", courseId: null, costOre: null };
const row = (given: Partial<MatchedRow> = {}): MatchedRow => ({
  ...{
    ...course,
    titles: ["metod"],
    minutes: 60,
    competenceId: null,
    projectId: null,
    sourceKey: "s",
  },
  ...given,
});
const standing = (given: Partial<StandingTraining> = {}): StandingTraining => ({
  ...{
    ...course,
    id: "a",
    title: "metod",
    minutes: 60,
    competenceId: null,
    projectId: null,
    sourceKey: null,
  },
  ...given,
});

/** `kind id` of each row. */
function matched(rows: MatchedRow[], known: StandingTraining[]): string[] {
  return matchTraining(rows, known).map((match) =>
    match.kind === "new" ? "new" : `${match.kind} ${match.standing.id}`,
  );
}

test("a row is known by its list, or by person, day and course, whatever either calls it", () => {
  expect(matched([row()], [standing({ sourceKey: "s", title: "annat" })])).toEqual(["same a"]);
  expect(matched([row()], [standing()])).toEqual(["same a"]);
  expect(matched([row({ titles: ["ny", "metod"] })], [standing()])).toEqual(["same a"]);
  const inCatalogue = { courseId: "k", titles: ["ny"] };
  expect(matched([row(inCatalogue)], [standing({ courseId: "k" })])).toEqual(["same a"]);
  expect(matched([row({ personId: "q" })], [standing()])).toEqual(["new"]);
  expect(matched([row({ heldOn: "2026-03-05" })], [standing()])).toEqual(["new"]);
});

test("with other hours, cost, competence or project it has changed; what a list doesn't say hasn't", () => {
  expect(matched([row({ minutes: 90 })], [standing()])).toEqual(["changed a"]);
  expect(matched([row({ costOre: 5 })], [standing({ costOre: 4 })])).toEqual(["changed a"]);
  expect(matched([row({ costOre: 5 })], [standing()])).toEqual(["changed a"]);
  expect(matched([row({ competenceId: "c" })], [standing()])).toEqual(["changed a"]);
  expect(matched([row({ projectId: "p" })], [standing()])).toEqual(["changed a"]);
  const more = standing({ costOre: 4, competenceId: "c", projectId: "p" });
  expect(matched([row()], [more])).toEqual(["same a"]);
});

test("of two rows of a course and day the one that is here stays itself", () => {
  const two = [row({ minutes: 90, sourceKey: "t" }), row()];
  expect(matched(two, [standing()])).toEqual(["new", "same a"]);
  expect(matched(two, [standing(), standing({ id: "b", minutes: 30 })])).toEqual([
    "changed b",
    "same a",
  ]);
});
