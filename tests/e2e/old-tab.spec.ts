import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixtures";
import { enterOwnAccount } from "./support/own-account";
import { ownTitle } from "./support/titles";

// A tab that was opened before a new version was installed: files that it would load are gone.
test.use({ expectedProblems: [/status of 404|preload/] });

test("a form is confirmed and recorded once where the next page's file is gone", async ({
  page,
  t,
}) => {
  const title = ownTitle("Gammal flik");
  await enterOwnAccount(page);
  await openWithout(page, "/training/log", /\/assets\/training-[\w-]+\.js$/);
  await page.getByLabel(t("training.log.course"), { exact: true }).fill(title);
  await page.getByLabel(t("training.log.hours"), { exact: true }).fill("1");
  await page.getByRole("button", { name: t("training.log.submit") }).click();
  await expect(page.getByText(t("training.list.loggedTitle", { title }))).toBeVisible();
  const list = await (await page.request.get("/training.csv")).text();
  expect(list.split(title)).toHaveLength(2);
});

test("a form is carried out once where the file of its own address is gone", async ({
  page,
  t,
}) => {
  const title = ownTitle("Gammal flik");
  await enterOwnAccount(page);
  await page.goto("/training/log");
  await page.getByLabel(t("training.log.course"), { exact: true }).fill(title);
  await page.getByLabel(t("training.log.hours"), { exact: true }).fill("1");
  await page.getByRole("button", { name: t("training.log.submit") }).click();
  await expect(page.getByText(t("training.list.loggedTitle", { title }))).toBeVisible();
  await openWithout(page, page.url(), /\/assets\/training\._id\.withdraw-[\w-]+\.js$/);
  await page.getByRole("button", { name: t("training.list.undo") }).click();
  await expect(page.getByText(t("training.list.loggedTitle", { title }))).toHaveCount(0);
  await page.goto("/training");
  const row = page.getByRole("row").filter({ hasText: title });
  await expect(row).toContainText(t("training.status.course.withdrawn"));
});

test("a link leads to its page, whose file is gone", async ({ page, signInAs, t }) => {
  await signInAs("employee");
  await openWithout(page, "/", /\/assets\/training-[\w-]+\.js$/);
  await page
    .getByRole("navigation", { name: t("ui.shell.mainNav") })
    .getByRole("link", { name: t("access.nav.training") })
    .click();
  await expect(page).toHaveURL(/\/training$/);
  await expect(page.getByRole("link", { name: t("training.list.log") })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/$/);
});

test("pointing at a link whose file is gone keeps what is typed", async ({ page, signInAs, t }) => {
  await signInAs("employee");
  await openWithout(page, "/training/log", /\/assets\/training-[\w-]+\.js$/);
  const field = page.getByLabel(t("training.log.course"), { exact: true });
  await field.fill("Halvvägs");
  const asked = page.waitForResponse((response) => response.status() === 404);
  await page
    .getByRole("navigation", { name: t("ui.shell.mainNav") })
    .getByRole("link", { name: t("access.nav.training") })
    .hover();
  await asked;
  await page.waitForTimeout(500);
  await expect(field).toHaveValue("Halvvägs");
});

test("a chart whose file is gone is the server's picture", async ({ page, signInAs }) => {
  await signInAs("project_manager");
  const file = /\/assets\/chart-canvas-[\w-]+\.js$/;
  await page.route(file, (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto("/projects/NATET");
  await expect(page.locator("img.chart-image").first()).toBeVisible();
  await expect(page.locator("figure.chart canvas")).toHaveCount(0);
});

test("the next page is loaded whole, and the page at hand is left as it is", async ({
  page,
  signInAs,
  t,
}) => {
  await signInAs("employee");
  await page.goto("/handovers/new?competence=sokmetoder");
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => (window.__remixManifest.version = "an earlier one"));
  const note = page.getByLabel(t("cascade.enter.note"));
  await note.fill("Halvvägs");
  await page.getByLabel(t("cascade.enter.method")).selectOption("uppsokande-natet");
  await expect(page).toHaveURL(/\/handovers\/new\?competence=uppsokande-natet$/);
  await page.waitForTimeout(500);
  await expect(note).toHaveValue("Halvvägs");
  const loaded = page.waitForEvent("load");
  await page
    .getByRole("navigation", { name: t("ui.shell.mainNav") })
    .getByRole("link", { name: t("access.nav.training") })
    .click();
  await loaded;
  await expect(page).toHaveURL(/\/training$/);
});

/** Opens a page and then takes a file away that it may ask for, until a page is loaded whole. */
async function openWithout(page: Page, path: string, file: RegExp): Promise<void> {
  await page.goto(path);
  await page.waitForLoadState("networkidle");
  await page.route(file, (route) => route.fulfill({ status: 404, body: "" }));
  page.on("request", (request) => {
    if (request.isNavigationRequest()) void page.unroute(file);
  });
}
