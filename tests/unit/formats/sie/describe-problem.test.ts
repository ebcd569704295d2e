import { describe, expect, it } from "vitest";

import { describeSieProblem } from "~/formats/sie/describe-problem";
import { sieSeverities, type SieProblemCode } from "~/formats/sie/sie-file";

describe("describeSieProblem", () => {
  it("puts the place before the sentence", () => {
    expect(
      describeSieProblem({
        severity: "error",
        code: "amount-unreadable",
        line: 12,
        tag: "TRANS",
        field: "amount",
        value: "12.x",
      }),
    ).toBe('Line 12, #TRANS, amount "12.x": this is not an amount.');
    expect(
      describeSieProblem({
        severity: "error",
        code: "voucher-not-closed",
        line: 4,
        tag: "VER",
        voucher: "A 1",
      }),
    ).toMatch(/^Line 4, #VER A 1: the voucher is not closed/);
    expect(describeSieProblem({ severity: "error", code: "empty-file" })).toBe(
      "The file is empty.",
    );
  });

  it("has a sentence for every code", () => {
    // The keys of a literal object are its own.
    const codes = Object.keys(sieSeverities) as SieProblemCode[];
    const sentences = codes.map((code) => describeSieProblem({ severity: "notice", code }));
    expect(sentences.every((sentence) => /^[A-Z].+\.$/.test(sentence))).toBe(true);
    expect(new Set(sentences).size).toBe(codes.length);
  });
});
