import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * Fails with the rule and the place of everything on the page that axe finds against WCAG 2.2 AA.
 * Axe is a script: in a browser without JavaScript it never answers. Its legacy mode looks into no
 * frames of other origins, of which there are none, and takes half the time. `colours: false` leaves
 * out the contrast of texts, the slowest of the rules. So does a text that was given no value.
 */
export async function expectAccessible(page: Page, { colours = true } = {}): Promise<void> {
  expect(await page.content(), "texts without their values").not.toContain("{{");
  const axe = new AxeBuilder({ page }).withTags(standards).setLegacyMode();
  const { violations } = await (colours ? axe : axe.disableRules("color-contrast")).analyze();
  const faults = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({
      rule: `${id}: ${help}`,
      place: target.join(" "),
      why: failureSummary ?? "",
    })),
  );
  expect(faults, "what axe finds").toEqual([]);
}
