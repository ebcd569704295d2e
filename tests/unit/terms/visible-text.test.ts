import fc from "fast-check";
import { expect, test } from "vitest";
import { visible } from "~/terms/visible-text";

test.each([
  ["K\u00e4ll\u00adkritik", "K\u00e4llkritik"],
  ["K\u00e4llkritik\u200b", "K\u00e4llkritik"],
  ["\ufeffK\u00e4ll\u2060kri\u200dtik\u200c", "K\u00e4llkritik"],
  ["K\u200e\u00e4ll\u202ekritik\u2069", "K\u00e4llkritik"],
  ["Ka\u0308\ufe0fllkritik\u3164\u115f\u034f", "Ka\u0308llkritik"],
  ["K\u061c\u00e4ll\u2800kritik\ufffc", "K\u00e4llkritik"],
  ["\u200b \u00ad", " "],
  ["\u{1f600}\u200d", "\u{1f600}"],
  ["\u{1f600}\u00ad\u200b\u{1f600}", "\u{1f600}\u{1f600}"],
])("%j becomes %j", (text, seen) => {
  expect(visible(text)).toBe(seen);
});

test.each([
  ["a family", "\u{1f469}\u200d\u{1f469}\u200d\u{1f467}"],
  ["a heart on fire", "\u2764\ufe0f\u200d\u{1f525}"],
  ["a person of a skin colour at work", "\u{1f469}\u{1f3fd}\u200d\u{1f4bb} idag"],
  ["the flag of Scotland", "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}"],
  ["Persian with a space of no width", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"],
  ["Hindi with a joiner", "\u0915\u094d\u200d\u0937"],
  ["Hebrew with a mark of direction", "\u05e9\u05dc\u05d5\u05dd (A)\u200f"],
  ["spaces, lines and letters", "\u00c5sa \u00d6 \u2013 a\u00a0b\n\tc"],
])("%s stays as it is", (_, text) => {
  expect(visible(text)).toBe(text);
});

test("what has been done once is done", () => {
  const unit = fc.constantFrom("a", "\u00ad", "\u200d", "\u{1f600}", "\ufe0f", "\u05d0", "\u200f");
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      expect(visible(visible(text))).toBe(visible(text));
    }),
  );
});

test("a long text of nothing but what nobody sees becomes none", () => {
  expect(visible("\u200d".repeat(400_000))).toBe("");
  expect(visible("a\u00ad".repeat(400_000))).toHaveLength(400_000);
});
