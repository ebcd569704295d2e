import { expect, test } from "vitest";
import {
  lineInPlace,
  type FormerRow,
  type PlacedRow,
} from "~/features/funding/rules/line-in-place";

const year = (first: number) => [{ startsOn: `${first}-01-01`, endsBefore: `${first + 1}-01-01` }];

const lines = [
  { id: "material", accounts: "5410", planned: year(2025), closedOn: null },
  { id: "material-2026", accounts: "5410", planned: year(2026), closedOn: null },
  { id: "travel", accounts: "5810", planned: year(2025), closedOn: null },
  { id: "closed", accounts: "6990", planned: [], closedOn: "2025-06-30" },
  { id: "other", accounts: "", planned: [], closedOn: null },
];

/** The line of a row in the place of one of 10 May on account 5410 and its line. */
function lineOf(before: Partial<FormerRow>, now: Partial<PlacedRow>): string | null {
  const row = { account: "5410", bookedOn: "2025-05-10", lineId: "material" };
  return lineInPlace(lines, {
    before: { ...row, isByHand: false, isTakenBack: false, ...before },
    now: { ...row, ...now },
  });
}

test("a row whose account, or whose year, is corrected goes where its own account belongs", () => {
  expect(lineOf({}, { account: "5810", lineId: "travel" })).toBe("travel");
  expect(lineOf({}, { bookedOn: "2026-01-02", lineId: "material-2026" })).toBe("material-2026");
});

test("a row that somebody has placed stays there, with whatever account", () => {
  const before = { lineId: "other", isByHand: true };
  expect(lineOf(before, { account: "5810", lineId: "travel" })).toBe("other");
  expect(lineOf({ ...before, isTakenBack: true }, {})).toBe("other");
});

test("what was chosen for an account holds for it until something else is, or it is taken back", () => {
  const before = { lineId: "other" };
  expect(lineOf(before, {})).toBe("other");
  expect(lineOf(before, { lineId: "travel" })).toBe("travel");
  expect(lineOf(before, { account: "5810", lineId: "travel" })).toBe("travel");
  expect(lineOf({ ...before, isTakenBack: true }, {})).toBe("material");
});

test("a row whose account has no line of its own stays where what it replaces was", () => {
  expect(lineOf({}, { account: "7010", lineId: null })).toBe("material");
  expect(lineOf({ isTakenBack: true }, { account: "7010", lineId: null })).toBe("material");
});

test("nothing stays on a line that is gone, or closed before its day", () => {
  const before = { account: "6990", lineId: "closed", isByHand: true };
  const now = { account: "6990", lineId: null };
  expect(lineOf(before, { ...now, bookedOn: "2025-06-30" })).toBe("closed");
  expect(lineOf(before, { ...now, bookedOn: "2025-07-01" })).toBeNull();
  expect(lineOf({ lineId: "gone", isByHand: true }, {})).toBe("material");
});
