import { describe, expect, it } from "vitest";

import { summariseSie } from "~/formats/sie/summarise";

import { readSieLines, voucherAround } from "./sie-text";

function projectsOf(...rows: string[]) {
  return summariseSie(readSieLines(...voucherAround(...rows)).file).projects;
}

describe("summariseSie", () => {
  it("sums accounts that begin with 4 to 8, by object of dimension 6", () => {
    expect(
      projectsOf(
        "#TRANS 1930 {6 P1} -600.00",
        "#TRANS 3990 {6 P1} -100.00",
        "#TRANS 4010 {6 P1} 100.00",
        "#TRANS 5800 {6 P1} 100.00",
        "#TRANS 69910 {6 P2} 100.00",
        "#TRANS 7010 {1 P1} 100.00",
        "#TRANS 7010 {16 P1} 100.00",
        "#TRANS 8999 {6 P1} 100.25",
        "#TRANS 9010 {6 P1} 100.00",
        "#TRANS 1930 {} -0.25",
      ),
    ).toEqual({ P1: 30025, P2: 10000 });
  });

  it("leaves out projects without such rows and keeps those that cancel out", () => {
    expect(
      projectsOf(
        "#TRANS 1930 {6 P1} -1.00",
        "#TRANS 5010 {6 P2} 1.00",
        "#TRANS 5010 {6 P3} 5.00",
        "#TRANS 5010 {6 P3} -5.00",
      ),
    ).toEqual({ P2: 100, P3: 0 });
  });

  it("counts a row in full for each project that it names, once for one named twice", () => {
    expect(projectsOf("#TRANS 5010 {6 P1 6 P2} 1.00", "#TRANS 5010 {6 P1 6 P1} 1.00")).toEqual({
      P1: 200,
      P2: 100,
    });
  });

  it("keeps codes apart as text and sorts them", () => {
    const projects = projectsOf(
      '#TRANS 5010 {6 "B"} 1',
      '#TRANS 5010 {6 "0001"} 1',
      '#TRANS 5010 {6 "A"} 1',
      '#TRANS 5010 {6 "1"} 1',
    );
    expect(Object.keys(projects)).toEqual(["1", "0001", "A", "B"]);
  });

  it("takes a hostile code for a code", () => {
    const projects = projectsOf("#TRANS 5010 {6 __proto__} 1.00");
    expect(JSON.stringify(projects)).toBe('{"__proto__":100}');
  });
});
