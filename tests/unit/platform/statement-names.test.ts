import { expect, test } from "vitest";
import { statementNames } from "~/platform/statement-names";

test("a statement has a name from the second time on, and always the same", () => {
  const nameOf = statementNames();
  expect(nameOf("select 1")).toBe("");
  expect(nameOf("select 2")).toBe("");
  const name = nameOf("select 1");
  expect(name).not.toBe("");
  expect(nameOf("select 1")).toBe(name);
  expect(nameOf("select 2")).not.toBe(name);
});

test("so many are named and no more, and those that come once are forgotten in their turn", () => {
  const nameOf = statementNames(2);
  for (const text of ["a", "b", "c", "a"]) expect(nameOf(text)).toBe("");
  expect(nameOf("c")).not.toBe("");
  expect(nameOf("a")).not.toBe("");
  for (let time = 0; time < 3; time += 1) expect(nameOf("d")).toBe("");
});
