import fc from "fast-check";
import { expect, test } from "vitest";
import { changePlace, type ChangedPlace } from "~/features/organisation/placements/change-place";
import { boundsOf, employmentAround, type Stretch } from "~/features/organisation/stretches";
import { covers } from "~/terms/period";

function stretch(startsOn: string, endsBefore: string | null, given: Partial<Stretch> = {}) {
  return {
    id: startsOn,
    unitId: "youth",
    jobTitle: "",
    share: 100,
    startsOn,
    endsBefore,
    ...given,
  };
}

const first = stretch("2020-01-01", "2021-01-01");
const second = stretch("2021-01-01", null, { unitId: "family" });
const asItIs: ChangedPlace = {
  ...{ unitId: "family", jobTitle: "", share: 100, from: "2026-06-01" },
  ...{ joinedOn: "2020-01-01", leftOn: null },
};
/** All of them are the viewer's. */
function known(stretches: Stretch[], home: Stretch) {
  return { stretches, own: stretches, home };
}

const change = (given: Partial<ChangedPlace>) =>
  changePlace(known([first, second], second), { ...asItIs, ...given });

test("a form that is saved as it was changes nothing", () => {
  expect(change({})).toEqual([first, second]);
});

test("another unit begins on its day, and the old one stays what it was until then", () => {
  expect(change({ unitId: "outreach" })).toEqual([
    first,
    { ...second, endsBefore: "2026-06-01" },
    { ...second, id: null, unitId: "outreach", startsOn: "2026-06-01" },
  ]);
});

test("from the stretch's own first day it is a correction", () => {
  const corrected = { ...second, id: null, share: 50 };
  expect(change({ share: 50, from: "2021-01-01" })).toEqual([first, corrected]);
  expect(change({ share: 50, from: "2019-01-01" })).toEqual([first, corrected]);
});

test.each<Partial<ChangedPlace>>([{ jobTitle: "chef" }, { share: 50 }, { unitId: "outreach" }])(
  "another place is one that differs in anything: %j",
  (given) => {
    expect(change(given)).toHaveLength(3);
  },
);

test("an employment is all that follows without a gap, however far from the one that is shown", () => {
  const third = stretch("2022-01-01", "2023-01-01");
  const ended = { ...second, endsBefore: "2022-01-01" };
  const later = stretch("2023-01-02", "2023-06-01");
  for (const shown of [first, ended, third]) {
    expect(employmentAround([later, third, first, ended], shown)).toEqual([third, first, ended]);
  }
  expect(boundsOf([third, first, ended])).toEqual({
    ...{ joinedOn: "2020-01-01", leftOn: "2023-01-01" },
  });
  expect(boundsOf([first, { ...third, endsBefore: null }, ended]).leftOn).toBeNull();
});

test("what has no day left within an employment goes", () => {
  expect(change({ leftOn: "2021-01-01" })).toEqual([first]);
  expect(change({ joinedOn: "2021-01-01" })).toEqual([second]);
});

test("the first and last day are the employment's", () => {
  expect(change({ joinedOn: "2019-05-01", leftOn: "2026-09-01" })).toEqual([
    { ...first, startsOn: "2019-05-01" },
    { ...second, endsBefore: "2026-09-01" },
  ]);
  // What would lie before the first day goes.
  expect(change({ joinedOn: "2021-02-01" })).toEqual([{ ...second, startsOn: "2021-02-01" }]);
});

test("who comes back has two employments, and one form changes one of them", () => {
  const again = stretch("2024-01-01", null);
  const left = { ...first, endsBefore: "2020-06-01" };
  expect(employmentAround([left, again], again)).toEqual([again]);
  expect(boundsOf([left])).toEqual({ joinedOn: "2020-01-01", leftOn: "2020-06-01" });
  const place = { ...asItIs, unitId: "youth", joinedOn: "2024-01-01", leftOn: "2025-01-01" };
  expect(changePlace(known([left, again], again), place)).toEqual([
    left,
    { ...again, endsBefore: "2025-01-01" },
  ]);
});

test("what isn't the viewer's stays, but for a border that it has in common with theirs", () => {
  const before = stretch("2020-01-01", "2021-01-01");
  const own = stretch("2021-01-01", null, { share: 40 });
  const theirs = stretch("2021-01-01", null, { id: "theirs", unitId: "family", share: 60 });
  const place = { unitId: "youth", jobTitle: "", share: 40, from: "2026-06-01" };
  // Who was in charge of the one before, too: the border isn't the first day of theirs.
  const both = { stretches: [before, own, theirs], own: [before, own], home: own };
  const ends = { ...place, joinedOn: "2019-01-01", leftOn: "2027-01-01" };
  expect(changePlace(both, ends)).toEqual([
    theirs,
    { ...before, startsOn: "2019-01-01" },
    { ...own, endsBefore: "2027-01-01" },
  ]);
  const family = { stretches: [before, own, theirs], own: [theirs], home: theirs };
  const as = { ...place, unitId: "family", share: 60 };
  expect(changePlace(family, { ...as, joinedOn: "2021-01-01", leftOn: "2027-01-01" })).toEqual([
    before,
    own,
    { ...theirs, endsBefore: "2027-01-01" },
  ]);
  const later = "2021-02-01";
  expect(changePlace(family, { ...as, joinedOn: later, leftOn: null })).toEqual([
    { ...before, endsBefore: later },
    { ...own, startsOn: later },
    { ...theirs, startsOn: later },
  ]);
});

const dayIn2020 = fc.integer({ min: 0, max: 360 }).map(dayNumber);

test("a move changes no day before it", () => {
  fc.assert(
    fc.property(dayIn2020, dayIn2020, dayIn2020, (startsOn, from, asked) => {
      const home = stretch(startsOn, null);
      const moved = changePlace(known([home], home), {
        ...asItIs,
        ...{ unitId: "elsewhere", from, joinedOn: startsOn },
      });
      const unitsOn = (stretches: Stretch[]) =>
        stretches.filter((each) => covers(each, asked)).map(({ unitId }) => unitId);
      const isBefore = asked < from && from > startsOn;
      expect(unitsOn(moved)).toEqual(
        isBefore || asked < startsOn ? unitsOn([home]) : ["elsewhere"],
      );
    }),
  );
});

function dayNumber(number: number): string {
  return new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);
}
