import { expect, test } from "vitest";
import { soughtWords } from "~/features/organisation/names/sought-words";

test("the words that are looked for are those that can be seen", () => {
  expect(soughtWords(" Li\u00adsa  A\u030asberg\u200b \u200b ")).toEqual(["Lisa", "\u00c5sberg"]);
});
