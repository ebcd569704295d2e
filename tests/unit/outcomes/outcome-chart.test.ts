import { describe, expect, test } from "vitest";
import type { IndicatorView } from "~/features/outcomes/indicator-view";
import { bandName, figureFormat, outcomeChart, untilText } from "~/features/outcomes/outcome-chart";
import { findingOn } from "~/features/outcomes/rules/finding";
import { formatsOf } from "~/i18n/format";
import { translator } from "~/i18n/server";
import { drawChart } from "~/ui/charts/draw-chart";
import { lightLook } from "~/ui/charts/look";
import { indicator, latest } from "./facts";

const speech = { language: "sv" as const, t: translator("sv") };
const english = { language: "en" as const, t: translator("en") };

function view(facts: Parameters<typeof indicator>[0], asOf = "2014-06-30"): IndicatorView {
  const { targets, results, ...given } = indicator(facts);
  return {
    ...{ id: "a", name: "Kontakter", unit: "kontakter", cumulation: "latest", ...given },
    ...{ isComputed: "computed" in results, source: null },
    targets: targets.map(({ dueOn, value }) => ({ dueOn, value, decidedOn: null })),
    ...findingOn({ targets, results, ...given }, asOf),
  };
}

describe("an indicator is told", () => {
  const behind = view({ results: latest(["2013-12-31", 84.99]) });

  test("with its percent on the right side of the band, in bar and table alike", () => {
    const chart = outcomeChart({ indicators: [behind], asOf: "2014-06-30" }, speech);
    const cell = (key: string) => chart.table.rows[0]?.cells[key];
    expect([cell("progress"), cell("band")]).toEqual([84.99, "Efter planen"]);
    expect([cell("measured"), cell("plan-on")]).toEqual([
      { date: "2013-12-31" },
      { date: "2013-12-31" },
    ]);
    const { data, options } = drawChart(chart.drawing, { ...speech, look: lightLook });
    expect(data.labels?.flat().join(" ")).toBe(
      "Kontakter 84,99, plan\u00a0100, senast mätt 31\u00a0december\u00a02013",
    );
    const label = options?.plugins?.tooltip?.callbacks?.label;
    // Of all that the callback is given it reads this alone.
    expect(label?.call({} as never, { dataIndex: 0 } as never)).toBe("84,99\u00a0%");
  });

  test("with until when it is known", () => {
    expect(untilText(behind, speech)).toBe("senast mätt 31\u00a0december\u00a02013");
    expect(untilText(behind, english)).toBe("last measured 31\u00a0December\u00a02013");
    const computed = view({ results: { computed: { over: 5n, under: 1n } } });
    expect(untilText(computed, speech)).toBe("räknat t.o.m. 30\u00a0juni\u00a02014");
    expect(untilText(view({}), speech)).toBe("");
  });

  test("as one without a group, not as one that nobody has measured", () => {
    expect(bandName(view({ results: { computed: null } }), speech)).toBe("Ingen grupp");
    expect(bandName(view({}), speech)).toBe("Inte mätt än");
  });
});

test.each([
  { figures: { baseline: 30, targets: [75], actual: 50.3, plan: 62.9 }, told: "30 50,3 62,9 75" },
  { figures: { baseline: 4.25, targets: [8], actual: 5.5, plan: 6.67 }, told: "4,25 5,50 6,67 8" },
  { figures: { baseline: 0, targets: [30], actual: 23, plan: 20 }, told: "0 23 20 30" },
])("figures are written alike: $told", ({ figures, told }) => {
  const targets = figures.targets.map((value) => ({ value }));
  const format = figureFormat({ ...figures, targets }, formatsOf("sv"));
  const { baseline, actual, plan } = figures;
  expect([baseline, actual, plan, ...figures.targets].map(format).join(" ")).toBe(told);
});
