import { expect, test } from "vitest";
import { foundWords } from "../../../scripts/checks/words";

test.each([
  "// TODO: later",
  "/* FIXME */",
  "// @ts-ignore",
  "// @ts-nocheck",
  'test.only("x", () => {});',
  'describe.only("x", () => {});',
  'it.todo("x");',
  'test.skip("x", () => {});',
])("%s is found in its line", (line) => {
  const found = foundWords([{ path: "app/a.ts", text: `const a = 1;\n${line}\n` }]);
  expect(found).toEqual([expect.stringMatching(/^app\/a\.ts:2 /)]);
});

test.each([
  "// @ts-expect-error the package ships no types",
  'test.skip(process.platform === "win32", "no symbolic links there");',
  "const todo = list.filter(isOpen);",
])("%s may stand", (line) => {
  expect(foundWords([{ path: "app/a.ts", text: line }])).toEqual([]);
});
