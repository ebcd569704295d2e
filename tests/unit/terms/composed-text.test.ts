import { expect, test } from "vitest";
import { composed, mayFit, stacksMarks } from "~/terms/composed-text";

test("an å is one character, also where it came as two", () => {
  expect(composed("A\u030Asa")).toBe("Åsa");
});

test("as many marks as a language writes are composed; a heap of them stays as it is", () => {
  const letter = (marks: number) => `a${"\u0301\u0327".repeat(marks / 2)}`;
  expect(stacksMarks(letter(30))).toBe(false);
  expect(composed(letter(30))).not.toBe(letter(30));
  expect(stacksMarks(letter(32))).toBe(true);
  expect(composed(letter(32))).toBe(letter(32));
  expect(stacksMarks(letter(30).repeat(1000))).toBe(false);
});

test("every character that composing would move is a mark", () => {
  const mark = /\p{M}/u;
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const character = String.fromCodePoint(code);
    // U+0334 is put before all that are put in order at all.
    const moves = `a${character}\u0334`.normalize("NFD").startsWith("a\u0334");
    if (moves && !mark.test(character)) expect.fail(`U+${code.toString(16)} is no mark`);
  }
});

test("whatever fits once it is composed may fit", () => {
  let longest = 0;
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const parts = String.fromCodePoint(code).normalize("NFD");
    if ([...parts.normalize("NFC")].length === 1) longest = Math.max(longest, parts.length);
  }
  expect(mayFit("a".repeat(longest * 10), 10)).toBe(true);
  expect(mayFit("a".repeat(longest * 10 + 1), 10)).toBe(false);
});
