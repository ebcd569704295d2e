import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "~/features/reports/rules/canonical-json";

test("the same value is the same text, whichever order its keys were written in", () => {
  expect(canonicalJson({ b: [1, { d: null, c: "å" }], a: undefined })).toBe(
    '{"b":[1,{"c":"å","d":null}]}',
  );
  expect(canonicalJson({ ä: 1, z: 2, Z: 3 })).toBe('{"Z":3,"z":2,"ä":1}');
});

test("what was written is read again, and written the same", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});

test.each([NaN, Infinity, 1n, () => 1, Symbol("x")])("%s can't be said", (value) => {
  expect(() => canonicalJson({ value })).toThrow("no JSON");
});
