import type { Page } from "@playwright/test";
import type { Translate } from "~/i18n/translator";
import { todayInStockholm } from "~/platform/clock";
import { addDays } from "~/terms/day";
import { unitId } from "../../prisma/demo/ids";
import { expectAccessible } from "./support/accessible";
import { expect, test } from "./support/fixtures";
import { ownTitle } from "./support/titles";

// A form that asks comes back with 400.
test.use({ expectedProblems: [/status of 400/] });

test(
  "somebody moves, works in two units, never did, and comes back",
  { tag: ["@no-script", "@phone"] },
  async ({ page, signInAs, t, javaScriptEnabled }) => {
    test.setTimeout(120_000);
    const today = todayInStockholm();
    await signInAs("administrator");
    await addPerson(page, t, ownTitle("Flyttson"));
    const rows = page.locator("#placements tbody tr");
    await expect(rows).toHaveCount(1);

    // The day of a change is asked for once there is one; without scripts always.
    await page.getByRole("link", { name: t("organisation.people.changeDetails") }).click();
    const from = page.getByLabel(t("organisation.people.from"), { exact: false });
    if (javaScriptEnabled) await expect(from).toBeHidden();
    await page.locator("select[name=unitId]").selectOption(unitId("family"));
    await expect(from).toBeVisible();
    await page.locator("input[name=from]").fill(addDays(today, 3));
    await page.getByRole("button", { name: t("organisation.people.submitChange") }).click();
    await expect(rows).toHaveCount(2);
    await expect(rows.first()).toContainText(addDays(today, 3));
    await expect(rows.last()).toContainText(addDays(today, 2));
    if (javaScriptEnabled) await expectAccessible(page);

    // The move was a mistake: the unit before it goes on.
    await rows
      .first()
      .getByRole("link", { name: t("organisation.placement.wasWrong") })
      .click();
    await page.locator("input[name=reason]").fill("Flytten blev inte av");
    await page.getByRole("button", { name: t("organisation.placement.submitWithdraw") }).click();
    await expect(rows).toHaveCount(1);
    await expect(rows.first()).toContainText("–");

    // Half of the time in another unit.
    await rows
      .first()
      .getByRole("link", { name: t("organisation.placement.change") })
      .click();
    await page.locator("input[name=share]").fill("50");
    await page.locator("input[name=from]").fill(today);
    await page.getByRole("button", { name: t("organisation.placement.submit") }).click();
    await page.getByRole("link", { name: t("organisation.placement.addAnother") }).click();
    await page.locator("select[name=unitId]").selectOption(unitId("youth"));
    await page.locator("input[name=share]").fill("51");
    await page.getByRole("button", { name: t("organisation.placement.submitNew") }).click();
    await expect(page.getByText(t("organisation.people.tooMuch")).first()).toBeVisible();
    await page.locator("input[name=share]").fill("50");
    await page.getByRole("button", { name: t("organisation.placement.submitNew") }).click();
    await expect(rows).toHaveCount(3);

    // Leaves, and comes back.
    await page.getByRole("link", { name: t("organisation.people.changeDetails") }).click();
    await page.locator("input[name=leftOn]").fill(today);
    await page.getByRole("button", { name: t("organisation.people.submitChange") }).click();
    await page.getByRole("link", { name: t("organisation.placement.comesBack") }).click();
    await page.locator("input[name=from]").fill(addDays(today, 30));
    await page.getByRole("button", { name: t("organisation.placement.submitNew") }).click();
    await expect(rows.first()).toContainText(t("organisation.placement.coming"));
  },
);

test(
  "what a day of leaving would leave outside is read and ticked before it is saved",
  { tag: ["@no-script"] },
  async ({ page, signInAs, t, javaScriptEnabled }) => {
    test.setTimeout(60_000);
    await signInAs("administrator");
    await page.goto("/people?q=kowalczyk");
    await page.getByRole("link", { name: "Dariusz Kowalczyk", exact: true }).click();
    await page.getByRole("link", { name: t("organisation.people.changeDetails") }).click();
    const leftOn = page.locator("input[name=leftOn]");
    await leftOn.fill("2021-01-01");
    const save = page.getByRole("button", { name: t("organisation.people.submitChange") });
    await save.click();
    const tick = page.getByLabel(t("organisation.people.agreeChange"));
    await expect(tick).not.toBeChecked();
    await expect(leftOn).toHaveValue("2021-01-01");
    const handOvers = page.locator("main a[href^='/handovers/']");
    const dayOfLast = (await handOvers.last().textContent()) ?? "";
    if (javaScriptEnabled) await expectAccessible(page);
    // A yes to one list is none to another; nothing has been saved.
    await tick.check();
    await leftOn.fill(dayOfLast);
    await save.click();
    await expect(handOvers).toHaveCount(1);
    await expect(tick).not.toBeChecked();
    await page.goto(page.url());
    await expect(leftOn).toHaveValue("");
  },
);

async function addPerson(page: Page, t: Translate, family: string): Promise<void> {
  await page.goto("/people/new");
  await page.locator("input[name=givenName]").fill("Prova");
  await page.locator("input[name=familyName]").fill(family);
  await page.locator("select[name=unitId]").selectOption(unitId("outreach"));
  await page.locator("input[name=joinedOn]").fill("2024-01-01");
  await page.getByRole("button", { name: t("organisation.people.submit"), exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Prova ${family}`);
}
