import fc from "fast-check";
import { expect, test } from "vitest";
import { typedHours, typedKronor } from "~/formats/typed-numbers";
import { parseTypedAmount, parseTypedDuration } from "~/formats/swedish-input";

test.each([
  [90, "1,5"],
  [480, "8"],
  [20, "0:20"],
  [435, "7,25"],
  [441, "7,35"],
  [447, "7,45"],
  [61, "1:01"],
])("%d minutes stand in the field as %s", (minutes, text) => {
  expect(typedHours(minutes, "sv")).toBe(text);
});

test("whatever stands in a field is read back as it was", () => {
  const language = fc.constantFrom("sv" as const, "en" as const);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 120_000 }), language, (minutes, spoken) => {
      expect(parseTypedDuration(typedHours(minutes, spoken))).toEqual({ ok: true, minutes });
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), language, (amountOre, spoken) => {
      expect(parseTypedAmount(typedKronor(amountOre, spoken))).toEqual({ ok: true, amountOre });
    }),
  );
});
