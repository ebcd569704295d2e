import fc from "fast-check";
import { expect, test } from "vitest";
import { codeMax, isCode, proposeCode } from "~/features/competence/rules/competence-code";

test.each([
  ["Sökmetoder på nätet", "sokmetoder-pa-natet"],
  ["Ärenden & Överlämning (steg 2)", "arenden-overlamning-steg-2"],
  ["  Réseau — été  ", "reseau-ete"],
  ["Søk", "sok"],
  ["a\u030Angest", "angest"],
  ["???", ""],
  ["x".repeat(60), "x".repeat(40)],
  [`${"x".repeat(39)} och mer`, "x".repeat(39)],
  [`-${"x".repeat(50)}`, "x".repeat(40)],
])("%s suggests the code %s", (name, code) => {
  expect(proposeCode(name)).toBe(code);
});

test("whatever the name, its code is one or there is none", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (name) => {
      const code = proposeCode(name);
      expect(code === "" || isCode(code)).toBe(true);
      expect(code.length).toBeLessThanOrEqual(codeMax);
    }),
  );
});

test.each(["a--b", "-a", "a-", "A", "å", "a b", "", "x".repeat(41)])("%j is no code", (text) => {
  expect(isCode(text)).toBe(false);
});
