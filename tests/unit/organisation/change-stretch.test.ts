import fc from "fast-check";
import { expect, test } from "vitest";
import {
  changeStretch,
  withoutStretch,
  type ChangedStretch,
} from "~/features/organisation/placements/change-stretch";
import { emptied } from "~/features/organisation/placements/borders";
import type { Stretch } from "~/features/organisation/stretches";
import { covers } from "~/terms/period";

function stretch(startsOn: string, endsBefore: string | null, given: Partial<Stretch> = {}) {
  const place = { unitId: "youth", jobTitle: "", share: 100 };
  return { id: startsOn, ...place, startsOn, endsBefore, ...given };
}

const first = stretch("2020-01-01", "2021-01-01");
const second = stretch("2021-01-01", null, { unitId: "family", share: 60 });
const beside = stretch("2020-06-01", "2022-01-01", { unitId: "outreach", share: 0 });
const all = [first, second, beside];

/** What the form of a stretch says when nothing is touched. */
function asItIs({ unitId, jobTitle, share, startsOn, endsBefore }: Stretch): ChangedStretch {
  return { unitId, jobTitle, share, startsOn, endsBefore, from: "2026-06-01" };
}
const change = (chosen: Stretch, given: Partial<ChangedStretch> = {}) =>
  changeStretch(all, chosen, { ...asItIs(chosen), ...given });

test("a form that is saved as it was changes nothing", () => {
  for (const each of all) expect(change(each)).toEqual(all);
});

test("a move begins on its day, until the end of what it takes the place of", () => {
  expect(change(first, { unitId: "family", from: "2020-09-01" })).toEqual([
    { ...first, endsBefore: "2020-09-01" },
    { ...first, id: null, unitId: "family", startsOn: "2020-09-01" },
    second,
    beside,
  ]);
  // From its own first day it is a correction.
  expect(change(first, { share: 50, from: "2020-01-01" })[0]).toEqual({
    ...first,
    id: null,
    share: 50,
  });
});

test("the day of a move is one, from whichever side it is changed", () => {
  const moved = [
    { ...first, endsBefore: "2021-03-01" },
    { ...second, startsOn: "2021-03-01" },
  ];
  expect(change(second, { startsOn: "2021-03-01" })).toEqual([...moved, beside]);
  expect(change(first, { endsBefore: "2021-03-01" })).toEqual([...moved, beside]);
  // Without an end those that follow stay where they are.
  expect(change(first, { endsBefore: null })[1]).toEqual(second);
});

test("a move into two units at once, or out of them, has one day, from whichever it is changed", () => {
  const whole = stretch("2020-01-01", "2021-01-01");
  const small = stretch("2021-01-01", "2022-01-01", { id: "small", share: 40 });
  const large = stretch("2021-01-01", "2022-01-01", { id: "large", unitId: "family", share: 60 });
  const again = stretch("2022-01-01", null);
  const stretches = [whole, small, large, again];
  const at = (day: string, border: string) => {
    const moved = (each: string | null) => (each === border ? day : each);
    return stretches.map((each) => ({
      ...each,
      startsOn: moved(each.startsOn),
      endsBefore: moved(each.endsBefore),
    }));
  };
  const changed = (chosen: Stretch, given: Partial<ChangedStretch>) =>
    changeStretch(stretches, chosen, { ...asItIs(chosen), ...given });
  for (const day of ["2020-12-01", "2021-02-01"]) {
    const moved = at(day, "2021-01-01");
    expect(changed(whole, { endsBefore: day })).toEqual(moved);
    for (const each of [small, large]) expect(changed(each, { startsOn: day })).toEqual(moved);
  }
  for (const day of ["2021-12-01", "2022-02-01"]) {
    const moved = at(day, "2022-01-01");
    expect(changed(again, { startsOn: day })).toEqual(moved);
    for (const each of [small, large]) expect(changed(each, { endsBefore: day })).toEqual(moved);
  }
  // Two that begin at once where nothing ends, or end where nothing begins, have no day in common.
  const two = [small, large];
  const alone = { ...asItIs(small), startsOn: "2020-12-01", endsBefore: "2022-02-01" };
  expect(changeStretch(two, small, alone)[1]).toEqual(large);
});

test("a neighbour without a day left is told", () => {
  expect(emptied(change(second, { startsOn: "2020-01-01" }))).toMatchObject([{ id: first.id }]);
  expect(emptied(change(second, { startsOn: "2020-01-02" }))).toEqual([]);
});

test("what never was goes, and with a move that never was the one before goes on", () => {
  expect(withoutStretch(all, second, { goesOn: false })).toEqual([first, beside]);
  expect(withoutStretch(all, second, { goesOn: true })).toEqual([
    { ...first, endsBefore: null },
    beside,
  ]);
});

const day = fc.integer({ min: 0, max: 30 }).map(dayNumber);

test("a move or an end changes no day before it, and no other placement's days", () => {
  fc.assert(
    fc.property(day, day, day, fc.option(day), (startsOn, from, asked, end) => {
      fc.pre(end === null || (end > startsOn && end > from));
      const chosen = stretch(startsOn, null);
      const other = stretch("2019-01-01", "2026-01-01", { unitId: "other", share: 0 });
      const changed = changeStretch([chosen, other], chosen, {
        ...asItIs(chosen),
        ...{ unitId: "elsewhere", from, endsBefore: end },
      });
      const unitsOn = (stretches: Stretch[]) =>
        stretches.filter((each) => covers(each, asked)).map(({ unitId }) => unitId);
      const isOver = end !== null && asked >= end;
      const own = asked < startsOn || isOver ? [] : [asked < from ? "youth" : "elsewhere"];
      expect(unitsOn(changed)).toEqual([...own, "other"]);
    }),
  );
});

function dayNumber(number: number): string {
  return new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);
}
