import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { formatsOf } from "~/i18n/format";
import { unitId } from "../../prisma/demo/ids";
import { cellOf } from "./support/figures";
import { expect, test } from "./support/fixtures";
import { tabTo } from "./support/keyboard";

const competence = "Kartläggning av arenor på nätet";

test(
  "from the unit by the matrix to who learned from whom, and to the same figures in a file",
  { tag: "@no-script" },
  async ({ page, signInAs, t, language, javaScriptEnabled }, testInfo) => {
    test.setTimeout(90_000);
    await signInAs("manager");
    await page.goto(`/units/${unitId("prostitution")}`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Prostitutionsenheten");
    await page
      .getByRole("navigation", { name: t("ui.shell.mainNav") })
      .getByRole("link", { name: t("access.nav.matrix") })
      .click();
    await page.waitForURL("**/matrix");
    await page.goto(`/matrix?unit=${unitId("prostitution")}`);
    await page.getByRole("columnheader").getByRole("link", { name: competence }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(competence);

    const region = page.getByRole("figure").getByRole("region");
    if (javaScriptEnabled) await tabTo(region);
    else await expect(region).toHaveAttribute("tabindex", "0");
    const drawn = await region.locator(".lineage-node > title").allTextContents();
    await page.getByText(t("ui.showAsTable")).first().click();
    const table = page.getByRole("table", {
      name: t("cascade.method.tableCaption", { competence }),
    });
    const named = await table.getByRole("rowheader").allInnerTexts();
    expect(drawn.length).toBeGreaterThan(4);
    expect(named.toSorted()).toEqual(drawn.toSorted());
    await expect(
      cellOf(table.getByRole("row", { name: /^Elin Björk/ }), t("cascade.method.from")),
    ).toHaveText("Karin Ekström");

    const link = page.getByRole("link", { name: t("cascade.method.file") });
    const response = await page.request.get((await link.getAttribute("href")) ?? "");
    const file = testInfo.outputPath("method.json");
    await writeFile(file, await response.body());
    const { reach, carriers } = await figuresOf(file);
    const shown = page.locator(".stat").filter({ hasText: t("cascade.method.reach") });
    await expect(shown.locator(".stat-value")).toHaveText(formatsOf(language).formatShare(reach));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      t("cascade.method.title", {
        competence,
        reached: reach.numerator,
        group: reach.denominator,
        carriers: carriers.length,
      }),
    );
  },
);

type Figures = { reach: { numerator: number; denominator: number }; carriers: string[] };

/** What the command of the terminal computes from a file. */
async function figuresOf(file: string): Promise<Figures> {
  const { stdout } = await promisify(execFile)("npm", [
    ...["run", "-s", "cascade", "--", "figures", file],
  ]);
  // What scripts/cascade.ts prints.
  return JSON.parse(stdout) as Figures;
}
