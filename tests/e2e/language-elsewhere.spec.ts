import type { Page } from "@playwright/test";
import type { Language } from "~/i18n/language";
import { translator } from "~/i18n/server";
import { expect, test } from "./support/fixtures";
import { enterOwnAccount } from "./support/own-account";
import { ownTitle } from "./support/titles";

const t = translator("sv");
const english = translator("en");

test("a link leads to its page in the language that was chosen elsewhere", async ({ page }) => {
  await enterOwnAccount(page);
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  await chooseElsewhere(page, "en");
  await page
    .getByRole("navigation")
    .getByRole("link", { name: t("access.nav.training") })
    .click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page).toHaveTitle(/^Your training/);
  await page.goBack();
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    english("start.title", { name: "Prova" }),
  );
});

test("a form is carried out and confirmed in the language that was chosen elsewhere", async ({
  page,
}) => {
  const title = ownTitle("Språkprov");
  await enterOwnAccount(page);
  await page.goto("/training/log");
  await page.waitForLoadState("networkidle");
  await page.getByLabel(t("training.log.course"), { exact: true }).fill(title);
  await page.getByLabel(t("training.log.hours"), { exact: true }).fill("1");
  await chooseElsewhere(page, "en");
  await page.getByRole("button", { name: t("training.log.submit") }).click();
  await expect(page.getByText(english("training.list.loggedTitle", { title }))).toBeVisible();
});

test("an account of another language is entered from a page of this one", async ({
  page,
  context,
}) => {
  const { email, password } = await enterOwnAccount(page);
  await chooseElsewhere(page, "en");
  await context.clearCookies();
  await page.goto("/sign-in");
  await page.waitForLoadState("networkidle");
  await page.getByLabel(t("access.signIn.email"), { exact: true }).fill(email);
  await page.getByLabel(t("access.signIn.password"), { exact: true }).fill(password);
  await page.getByRole("button", { name: t("access.signIn.submit"), exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    english("start.title", { name: "Prova" }),
  );
});

async function chooseElsewhere(page: Page, language: Language): Promise<void> {
  const form = { language, returnTo: "/" };
  const answer = await page.request.post("/language", { form, maxRedirects: 0 });
  expect(answer.status()).toBe(303);
}
