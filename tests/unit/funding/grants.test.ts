import fc from "fast-check";
import { expect, test } from "vitest";
import { grantTitles, type NamedGrant } from "~/features/funding/rules/grant-titles";
import { grantUseOf } from "~/features/funding/rules/grant-use";

const grant = (given: Partial<NamedGrant>): NamedGrant => ({
  ...{ id: "a", funder: "Länsstyrelsen", programme: "", funderRef: null, ownRef: null },
  ...given,
});

const titlesOf = (...grants: Partial<NamedGrant>[]) => [
  ...grantTitles(grants.map((each, index) => grant({ ...each, id: String(index) }))).values(),
];

test("a grant is called by its funder, and by more where one funder has given several", () => {
  expect(titlesOf({ programme: "Del ett" }, { funder: "Fonden" })).toEqual([
    "Länsstyrelsen",
    "Fonden",
  ]);
  expect(titlesOf({ programme: "Del ett" }, { programme: "Del två" }, {})).toEqual([
    "Länsstyrelsen, Del ett",
    "Länsstyrelsen, Del två",
    "Länsstyrelsen",
  ]);
  expect(titlesOf({ programme: "P", funderRef: "1" }, { programme: "P", ownRef: "2" })).toEqual([
    "Länsstyrelsen, P, 1",
    "Länsstyrelsen, P, 2",
  ]);
  expect(titlesOf({}, { funder: "Fonden" }, {})).toEqual([
    ...["Länsstyrelsen (1)", "Fonden", "Länsstyrelsen (2)"],
  ]);
});

test("no two grants are called the same", () => {
  const word = fc.constantFrom("", "A", "B", "A, B");
  const named = fc.record({
    funder: fc.constantFrom("A", "B", "A, B"),
    programme: word,
    funderRef: fc.option(word),
    ownRef: fc.option(word),
  });
  fc.assert(
    fc.property(fc.array(named, { maxLength: 6 }), (grants) => {
      expect(new Set(titlesOf(...grants)).size).toBe(grants.length);
    }),
  );
});

test("a grant is measured against its own lines, from the day it is granted", () => {
  const lines = [
    { grantId: "a", accumulatedOre: 30 },
    { grantId: "b", accumulatedOre: -10 },
    { grantId: "a", accumulatedOre: 20 },
    { grantId: null, accumulatedOre: 7 },
  ];
  const grants = [
    { id: "a", title: "A", grantedOn: "2013-05-01", grantedOre: 200 },
    { id: "b", title: "B", grantedOn: null, grantedOre: 100 },
    { id: "c", title: "C", grantedOn: "2013-01-01", grantedOre: null },
  ];
  expect(grantUseOf({ grants, lines, asOf: "2013-05-01" })).toEqual([
    { grantId: "a", title: "A", grantedOre: 200, spentOre: 50, remainingOre: 150, share: 0.25 },
    { grantId: "b", title: "B", grantedOre: 100, spentOre: -10, remainingOre: 110, share: -0.1 },
    { grantId: "c", title: "C", grantedOre: null, spentOre: 0, remainingOre: null, share: null },
  ]);
  const [before] = grantUseOf({ grants, lines, asOf: "2013-04-30" });
  expect(before).toMatchObject({ grantedOre: null, spentOre: 50, share: null });
});
