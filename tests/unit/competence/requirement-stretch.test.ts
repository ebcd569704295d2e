import fc from "fast-check";
import { expect, test } from "vitest";
import {
  changeFrom,
  type Required,
  type RequirementStretch,
} from "~/features/competence/rules/requirement-stretch";
import { endFrom } from "~/features/competence/rules/stretch-end";
import { addDays } from "~/terms/day";
import { covers } from "~/terms/period";

const two: Required = { level: 2, minHolders: 2, minCarriers: 1, dueOn: null };
const three: Required = { ...two, level: 3 };
const open: RequirementStretch = { ...two, startsOn: "2013-03-01", endsBefore: null };

test("another level from a day on ends the stretch and begins a new one", () => {
  expect(changeFrom("2013-06-01", open, three)).toEqual({
    old: { withdrawn: false, endsBefore: "2013-06-01" },
    next: { ...three, startsOn: "2013-06-01", endsBefore: null },
  });
});

test.each(["2013-03-01", "2013-02-01"])("from %s it is a correction", (from) => {
  expect(changeFrom(from, { ...open, endsBefore: "2014-01-01" }, three)).toEqual({
    old: { withdrawn: true },
    next: { ...three, startsOn: from, endsBefore: "2014-01-01" },
  });
});

test("the same from a later day changes nothing, from an earlier one the first day", () => {
  expect(changeFrom("2013-06-01", open, two)).toEqual({
    old: { withdrawn: false, endsBefore: null },
    next: null,
  });
  expect(changeFrom("2013-03-01", open, two).next).toBeNull();
  expect(changeFrom("2013-02-01", open, two)).toEqual({
    old: { withdrawn: true },
    next: { ...two, startsOn: "2013-02-01", endsBefore: null },
  });
});

test.each<Partial<Required>>([{ minHolders: 3 }, { minCarriers: 0 }, { dueOn: "2013-12-01" }])(
  "%j is something else as well",
  (given) => {
    expect(changeFrom("2013-06-01", open, { ...two, ...given }).next).toMatchObject(given);
  },
);

test("what hasn't begun when it is taken away never was", () => {
  expect(endFrom("2013-03-01", open)).toEqual({ withdrawn: true });
  expect(endFrom("2013-03-02", open)).toEqual({ withdrawn: false, endsBefore: "2013-03-02" });
});

test("on every day it asks for the old before the day, for the new from it on, and one of them", () => {
  const day = fc.integer({ min: 0, max: 20 }).map((days) => addDays("2013-03-01", days));
  fc.assert(
    fc.property(day, day, fc.option(day), day, (startsOn, from, endsBefore, asked) => {
      fc.pre(endsBefore === null || (endsBefore > startsOn && endsBefore > from));
      const stretch = { ...two, startsOn, endsBefore };
      const { old, next } = changeFrom(from, stretch, three);
      const after = [
        ...(old.withdrawn ? [] : [{ ...stretch, endsBefore: old.endsBefore }]),
        ...(next ? [next] : []),
      ].filter((each) => covers(each, asked));
      const expected =
        asked >= from && (endsBefore === null || asked < endsBefore)
          ? [3]
          : covers(stretch, asked)
            ? [2]
            : [];
      expect(after.map(({ level }) => level)).toEqual(expected);
    }),
  );
});
