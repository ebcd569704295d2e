import { expect, test } from "vitest";
import { rowSuccessors } from "~/features/funding/rules/row-successors";

const row = (account: string, amountOre: number, text = "") => ({ account, amountOre, text });

test("the same row is its own successor, whatever the order", () => {
  const rows = [row("5810", 1), row("6110", 2), row("5810", 1, "Tåg")];
  expect(rowSuccessors(rows, rows.toReversed())).toEqual([
    [0, 2],
    [1, 1],
    [2, 0],
  ]);
});

test("else one with its account, its öre, or the next that is left", () => {
  expect(rowSuccessors([row("5810", 1)], [row("6110", 1), row("5810", 9)])).toEqual([[0, 1]]);
  expect(rowSuccessors([row("5810", 1)], [row("6110", 9), row("7010", 1)])).toEqual([[0, 1]]);
  expect(rowSuccessors([row("5810", 1)], [row("6110", 9)])).toEqual([[0, 0]]);
  expect(rowSuccessors([row("5810", 1)], [])).toEqual([]);
});
