import { describe, expect, it } from "vitest";

import { readOrgNumber } from "~/formats/sie/org-number";

describe("readOrgNumber", () => {
  it.each([
    [["555555-5551"], "555555-5551", false],
    [["5555555551"], "555555-5551", false],
    [["555555-5551", "1"], "555555-5551", false],
    [["555555", "5551"], "555555-5551", false],
    [["16555555-5551"], "555555-5551", false],
    [["SE555555555101"], "555555-5551", false],
    [["121212-1212"], "121212-1212", true],
    [["191212121212"], "121212-1212", true],
    [["000000-0000"], "000000-0000", false],
    [["55555-555"], null, false],
    [["okänt"], null, false],
  ])("%j is %s, personal: %s", (fields, normalised, isPersonal) => {
    expect(readOrgNumber(fields)).toMatchObject({ normalised, isPersonal });
  });

  it("keeps what stood there, and is null for nothing", () => {
    expect(readOrgNumber([" 5555555551 "])?.raw).toBe("5555555551");
    expect(readOrgNumber([])).toBeNull();
    expect(readOrgNumber(["  "])).toBeNull();
  });
});
