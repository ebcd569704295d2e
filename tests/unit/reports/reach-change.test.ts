import { expect, test } from "vitest";
import { reachChange } from "~/features/reports/rules/reach-change";
import type { RowOf } from "~/features/reports/rules/report-row";

const startsOn = "2013-06-01";

/** Somebody of a method's group, who has the method since a day. */
function member(person: string, day: string | null, under = "m"): RowOf<"group"> {
  const facts = { isReached: day !== null, leftOn: null };
  return { kind: "group", id: `${under}:${person}`, under, day, person, source: null, facts };
}

test("whoever learns it on the period's first day has come in the period", () => {
  const now = [member("ann", "2013-05-31"), member("bo", startsOn), member("cia", null)];
  // A group that wasn't told before: who knew it when the period began is no news.
  expect(reachChange({ then: [], now, startsOn })).toMatchObject({ came: 1, left: 0 });
});

test("of a group that was told before, whoever wasn't reached then has come, whenever they learned", () => {
  const then = [member("ann", null), member("bo", "2013-04-01"), member("cia", "2013-04-01")];
  const now = [member("ann", "2013-05-01"), member("bo", "2013-04-01"), member("cia", null)];
  expect(reachChange({ then, now, startsOn })).toEqual({
    then: { numerator: 2, denominator: 3 },
    came: 1,
    left: 1,
  });
});
