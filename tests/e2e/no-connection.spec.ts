import { expectAccessible } from "./support/accessible";
import { expect, test } from "./support/fixtures";
import { enterOwnAccount } from "./support/own-account";
import { ownTitle } from "./support/titles";

test.use({ expectedProblems: [/ERR_INTERNET_DISCONNECTED/] });

test("a form that is sent without a connection is kept, and sent when there is one", async ({
  page,
  context,
  t,
}) => {
  const title = ownTitle("Utan nät");
  await enterOwnAccount(page);
  await page.goto("/training/log");
  const field = page.getByLabel(t("training.log.course"), { exact: true });
  await field.fill(title);
  await page.getByLabel(t("training.log.hours"), { exact: true }).fill("1");
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await page.getByRole("button", { name: t("training.log.submit") }).click();
  await expect(page.getByText(t("ui.connection.lost"))).toBeVisible();
  await expect(field).toHaveValue(title);
  await expectAccessible(page);
  await context.setOffline(false);
  await expect(page.getByText(t("training.list.loggedTitle", { title }))).toBeVisible();
  await expect(page.getByText(t("ui.connection.lost"))).toHaveCount(0);
  const list = await (await page.request.get("/training.csv")).text();
  expect(list.split(title)).toHaveLength(2);
});

test("a link without a connection leaves the page, and another one can be taken instead", async ({
  page,
  context,
  signInAs,
  t,
}) => {
  await signInAs("employee");
  await page.goto("/training");
  await page.waitForLoadState("networkidle");
  const heading = page.getByRole("heading", { level: 1 });
  const before = await heading.innerText();
  await context.setOffline(true);
  const menu = page.getByRole("navigation");
  await menu.getByRole("link", { name: t("access.nav.handOvers") }).click();
  await expect(page.getByText(t("ui.connection.lost"))).toBeVisible();
  await expect(heading).toHaveText(before);
  await menu.getByRole("link", { name: t("access.nav.home") }).click();
  await context.setOffline(false);
  await page.waitForURL(/\/$/);
  await expect(page.getByText(t("ui.connection.lost"))).toHaveCount(0);
});
