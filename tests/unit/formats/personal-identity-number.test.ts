import { describe, expect, it } from "vitest";

import { findPersonalIdentityNumber } from "~/formats/personal-identity-number";

// 121212-1212 is the number that Swedish forms print as their example.
describe("findPersonalIdentityNumber", () => {
  it.each([
    "121212-1212",
    "1212121212",
    "19121212-1212",
    "191212121212",
    "121212+1212",
    "121212 1212",
    "121212 - 1212",
    "121212–1212",
  ])("finds %s", (number) => {
    const text = `Kurs för T. (${number}), betald`;
    expect(findPersonalIdentityNumber(text)).toEqual({
      index: text.indexOf(number),
      length: number.length,
      kind: "personnummer",
    });
  });

  it("finds a samordningsnummer by its day", () => {
    expect(findPersonalIdentityNumber("701063-2391")?.kind).toBe("samordningsnummer");
  });

  it.each([
    ["a wrong check digit", "121212-1213"],
    ["a month that is none", "121312-1211"],
    ["a day that does not exist", "130229-1218"],
    ["an organisation number", "212000-0134"],
    ["a part of a longer number", "0121212-12120"],
    ["a phone number", "08-555 121 212"],
    ["nothing", ""],
  ])("passes over %s", (_, text) => {
    expect(findPersonalIdentityNumber(text)).toBeNull();
  });

  it("finds the second where the first is none", () => {
    expect(findPersonalIdentityNumber("212000-0134, 121212-1212")?.index).toBe(13);
  });

  it("stays quick on long runs of digits", () => {
    const started = performance.now();
    expect(findPersonalIdentityNumber("12 ".repeat(200_000))).toBeNull();
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
