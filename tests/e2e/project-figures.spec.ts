import type { Locator } from "@playwright/test";
import { idOf } from "../../prisma/demo/ids";
import { cellOf, figuresIn, rowOf } from "./support/figures";
import { expect, test } from "./support/fixtures";

// A project that has ended, whose figures no other test changes.
const project = "/projects/ONLINE-2012";
const report = `/reports/${idOf("report", "ONLINE-2012", "Slutredovisning")}`;

test(
  "page, file and report of a project show the same figures",
  { tag: "@no-script" },
  async ({ page, signInAs, t, language }) => {
    await signInAs("administrator");
    const figure = async (cell: Locator) => figuresIn(await cell.innerText(), language)[0];
    await page.goto(project);
    const budget = page.getByRole("table", { name: t("funding.budget.caption") });
    const line = budget.getByRole("row", { name: /^Utbildning/ });
    const spent = await figure(cellOf(line, t("funding.actualOre")));
    const total = await figure(cellOf(rowOf(budget, t("funding.total")), t("funding.actualOre")));
    expect(spent).toBeGreaterThan(0);
    expect(total).toBeGreaterThan(spent ?? 0);

    const chartFile = await (await page.request.get(`${project}/charts/budget.csv`)).text();
    expect(column(chartFile, "Utbildning", t("funding.actualOre"))).toBe(spent);

    await page.goto(report);
    const money = page.getByRole("table", { name: t("reports.money.title"), exact: true });
    const accumulated = t("reports.money.accumulated");
    const reported = money.getByRole("row", { name: /^Utbildning/ });
    expect(await figure(cellOf(reported, accumulated))).toBe(spent);
    expect(await figure(cellOf(rowOf(money, t("funding.total")), accumulated))).toBe(total);

    const reportFile = await (await page.request.get(`${report}.csv`)).text();
    const part = reportFile.slice(reportFile.indexOf(`\n${t("reports.money.title")};`) + 1);
    const rows = part.slice(part.indexOf("\n") + 1);
    expect(column(rows, "Utbildning;Utbildning", accumulated)).toBe(spent);
    expect(column(rows, `;${t("funding.total")}`, accumulated)).toBe(total);
  },
);

test(
  "a chart is drawn in the page, and is a picture where no scripts run",
  { tag: "@no-script" },
  async ({ page, signInAs, javaScriptEnabled }) => {
    await signInAs("manager");
    await page.goto(project);
    const charts = page.locator("figure.chart");
    await expect(charts).toHaveCount(3);
    for (const chart of await charts.all()) {
      if (javaScriptEnabled) {
        const canvas = chart.locator("canvas");
        await expect.poll(() => paintedPixels(canvas)).toBeGreaterThan(500);
        continue;
      }
      const picture = chart.locator("img");
      await expect(picture).toHaveJSProperty("complete", true);
      expect(
        await picture.evaluate((image: HTMLImageElement) => image.naturalWidth),
      ).toBeGreaterThan(300);
      await expect(chart.locator("canvas")).toHaveCount(0);
    }
  },
);

function paintedPixels(canvas: Locator): Promise<number> {
  return canvas.evaluate((element: HTMLCanvasElement) => {
    const pixels = element.getContext("2d")?.getImageData(0, 0, element.width, element.height).data;
    return pixels?.filter((value, index) => index % 4 === 3 && value > 0).length ?? 0;
  });
}

/** The figure in a CSV's row that begins with `row`, in the column of the first row's `heading`. */
function column(csv: string, row: string, heading: string): number {
  const [heads = "", ...rows] = csv.replace("\uFEFF", "").split(/\r?\n/);
  const index = heads.split(";").indexOf(heading);
  const found = rows.find((line) => line.startsWith(`${row};`))?.split(";")[index] ?? "";
  return Number(found.replace(",", "."));
}
