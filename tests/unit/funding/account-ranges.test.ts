import { expect, test } from "vitest";
import { lineOfAccount } from "~/features/funding/rules/account-ranges";

const lines = [
  { id: "staff", accounts: "7000-7599" },
  { id: "training", accounts: "7610 - 7619, 4010" },
  { id: "all", accounts: "4000-8999" },
  { id: "same", accounts: "4010" },
  { id: "none", accounts: "" },
];

test.each([
  ["7000", "staff"],
  ["7599", "staff"],
  ["7600", "all"],
  ["7615", "training"],
  ["4010", "training"],
  ["4011", "all"],
  ["3999", null],
  ["9000", null],
])("account %s belongs to %s", (account, line) => {
  expect(lineOfAccount(lines, account)).toBe(line);
});

test("accounts that divide one further belong where it does", () => {
  expect(lineOfAccount(lines, "76101")).toBe("training");
  expect(lineOfAccount(lines, "7615-02")).toBe("training");
  expect(lineOfAccount([{ id: "class", accounts: "5-6" }], "6110")).toBe("class");
  expect(lineOfAccount([...lines, { id: "sub", accounts: "76101" }], "76101")).toBe("sub");
});

test("a shorter account, or one that is no number, belongs nowhere", () => {
  for (const account of ["761", "7e3", "", "LÖN", "-7000", "٧٠٠٠"]) {
    expect(lineOfAccount(lines, account)).toBeNull();
  }
});

test("what can't be read as a range claims nothing", () => {
  for (const accounts of ["abc", "7000-", "70-7999", "7000-6000", "-"]) {
    expect(lineOfAccount([{ id: "x", accounts }], "7000")).toBeNull();
  }
});
