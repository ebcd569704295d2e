import { loadImage, createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { translator } from "~/i18n/server";
import { budgetBars, type BudgetBarRow } from "~/ui/charts/budget-bars";
import { bulletBars } from "~/ui/charts/bullet-bars";
import { cumulativeLines } from "~/ui/charts/cumulative-lines";
import { wrapName } from "~/ui/charts/wrap-name";
import { lightLook, type ChartSetting } from "~/ui/charts/look";
import { renderChartPng } from "~/ui/charts/render-png.server";

const swedish: ChartSetting = { language: "sv", t: translator("sv"), look: lightLook };
const english: ChartSetting = { ...swedish, language: "en", t: translator("en") };
const costs: BudgetBarRow[] = [
  { label: "Personal", budgetOre: 60_000_000, spentOre: 43_100_000, committedOre: 9_000_000 },
  { label: "Kurser och konferenser", budgetOre: 22_000_000, spentOre: 24_300_000 },
];

describe("budgetBars", () => {
  it("draws tkr: spent and booked on top of each other, the budget as an outline", () => {
    const { data } = budgetBars(costs, swedish);
    expect(data.datasets.map(({ label, data: values, stack }) => [label, values, stack])).toEqual([
      ["Utfall", [431, 243], "used"],
      ["Bokat, ej betalt", [90, 0], "used"],
      ["Budget", [600, 220], "budget"],
    ]);
    expect(data.datasets[2]).toMatchObject({ backgroundColor: "transparent", borderWidth: 2 });
  });

  it("marks what exceeds its budget, and leaves out what nobody booked", () => {
    const { data } = budgetBars([{ label: "Resor", budgetOre: 1, spentOre: 2 }], swedish);
    expect(data.datasets).toHaveLength(2);
    expect(data.datasets[0]?.backgroundColor).toEqual([lightLook.danger]);
  });

  it("speaks the page's language", () => {
    expect(budgetBars(costs, english).data.datasets[0]?.label).toBe("Actual");
  });
});

it("cumulativeLines dashes the forecast and starts it where the figures end", () => {
  const { data } = cumulativeLines(
    [
      { month: "2013-01-01", planOre: 100_000, spentOre: 90_000, forecastOre: null },
      { month: "2013-02-01", planOre: 200_000, spentOre: 150_000, forecastOre: 150_000 },
      { month: "2013-03-01", planOre: 300_000, spentOre: null, forecastOre: 240_000 },
    ],
    swedish,
  );
  expect(data.labels).toEqual(["jan 2013", "feb 2013", "mar 2013"]);
  const [plan, spent, forecast] = data.datasets;
  expect(plan?.data).toEqual([1, 2, 3]);
  expect(spent?.data).toEqual([0.9, 1.5, null]);
  expect(forecast?.data).toEqual([null, 1.5, 2.4]);
  expect(forecast?.borderDash).not.toEqual([]);
  expect(spent?.borderDash).toEqual([]);
});

it("bulletBars shows progress in percent, nothing for what is not yet due, and marks what is behind", () => {
  const { data } = bulletBars(
    [
      { label: "A", progress: 0.84, text: "84 %", isBehind: true },
      { label: "B", progress: 0.85, text: "85 %", isBehind: false },
      { label: "C", progress: null, text: "", isBehind: false, note: "ännu inte dags" },
    ],
    swedish,
  );
  expect(data.datasets[0]?.data).toEqual([84, 85, 0]);
  const [behind, onTrack, notDue] = [data.datasets[0]?.backgroundColor].flat();
  expect(behind).not.toBe(onTrack);
  expect(notDue).toBe(onTrack);
  expect(data.labels?.[2]).toEqual(["C", "ännu inte dags"]);
});

it("breaks long names between words", () => {
  expect(wrapName("Kurser och konferenser")).toEqual(["Kurser och", "konferenser"]);
  expect(wrapName("Personal")).toBe("Personal");
});

describe("renderChartPng", () => {
  it("draws title, bars and figures on white, at the asked size", async () => {
    const png = await renderChartPng(budgetBars(costs, swedish), {
      width: 640,
      height: 360,
      scale: 2,
      title: "Kurserna blev dyrare",
    });
    const picture = await loadImage(png);
    expect([picture.width, picture.height]).toEqual([1280, 720]);
    const canvas = createCanvas(1280, 720);
    const ctx = canvas.getContext("2d");
    ctx.drawImage(picture, 0, 0);
    const colours = (x: number, y: number, width: number, height: number) =>
      countColours(ctx.getImageData(x, y, width, height).data);
    expect(colours(0, 0, 8, 8)).toEqual(new Map([["#ffffff", 64]]));
    expect(colours(40, 40, 600, 60).get(lightLook.ink) ?? 0).toBeGreaterThan(300);
    expect(colours(0, 100, 1280, 620).get(lightLook.series[1]) ?? 0).toBeGreaterThan(5000);
    expect(colours(0, 100, 1280, 620).get(lightLook.danger) ?? 0).toBeGreaterThan(3000);
  });

  it("keeps whole names and axis words in a drawing as narrow as a phone's", async () => {
    const long = "Genomförda kunskapsöverföringar Kompetensutvecklingsinsatserna";
    const row = { label: long, progress: 0.9, text: "90 %", isBehind: false };
    const chart = bulletBars([{ ...row, note: "23, plan 20" }], swedish);
    const [width, height] = [374, 320];
    const png = await renderChartPng(chart, { width, height, scale: 1, title: "A" });
    const canvas = createCanvas(width, height);
    const ctx = canvas.getContext("2d");
    ctx.drawImage(await loadImage(png), 0, 0);
    const edge = ctx.getImageData(24, 70, 1, 200).data;
    expect([...countColours(edge).keys()]).toEqual(["#ffffff"]);
  });

  it("grows the title downwards when it is long", async () => {
    const long =
      "Kurserna blev dyrare än planerat eftersom fler kunde gå dem än vi trodde i ansökan till Länsstyrelsen";
    await expect(
      renderChartPng(budgetBars(costs, swedish), { width: 400, height: 320, title: long }),
    ).resolves.toBeInstanceOf(Buffer);
  });
});

function countColours(data: Uint8ClampedArray): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at < data.length; at += 4) {
    const hex = `#${[0, 1, 2].map((channel) => (data[at + channel] ?? 0).toString(16).padStart(2, "0")).join("")}`;
    counts.set(hex, (counts.get(hex) ?? 0) + 1);
  }
  return counts;
}
