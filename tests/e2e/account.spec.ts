import type { Page } from "@playwright/test";
import type { Translate } from "~/i18n/translator";
import { unitId } from "../../prisma/demo/ids";
import { expectAccessible } from "./support/accessible";
import { expect, test } from "./support/fixtures";
import { ownTitle } from "./support/titles";

test.describe("an account", () => {
  // A wrong password is answered with 400.
  test.use({ expectedProblems: [/status of 400/] });

  test(
    "is made, opened with a password, speaks its person's language, and is left",
    { tag: "@no-script" },
    async ({ page, context, signInAs, t, language, javaScriptEnabled }) => {
      test.setTimeout(120_000);
      const family = ownTitle("Provlund");
      const email = `${family.replace(" ", ".").toLowerCase()}@kommun.example.se`;
      const password = "sju gröna ord på rad";

      await signInAs("administrator");
      await page.goto("/accounts/new");
      await page.getByLabel(t("access.accounts.givenName"), { exact: true }).fill("Prova");
      await page.getByLabel(t("access.accounts.familyName"), { exact: true }).fill(family);
      await page.getByLabel(t("access.signIn.email"), { exact: true }).fill(email);
      await page.locator("select[name=unitId]").selectOption(unitId("family"));
      await page.getByRole("button", { name: t("access.accounts.submit") }).click();
      const makeLink = page.getByRole("button", { name: t("access.accounts.linkMake") });
      const link = page.getByLabel(t("access.accounts.link"));
      await expect(makeLink.or(link)).toBeVisible();
      if (await makeLink.isVisible()) await makeLink.click();
      const address = await link.inputValue();

      await context.clearCookies({ name: "kaskad_session" });
      await page.goto(address);
      if (javaScriptEnabled) await expectAccessible(page);
      const choose = page.getByLabel(t("access.password.password"), { exact: true });
      await choose.fill(password);
      await page.getByLabel(t("access.password.again"), { exact: true }).fill(password);
      await page.getByRole("button", { name: t("access.password.submit") }).click();
      const heading = page.getByRole("heading", { level: 1 });
      await expect(heading).toHaveText(t("start.title", { name: "Prova" }));
      await page.goto(address);
      await expect(heading).toHaveText(t("access.password.spentTitle"));

      await page.goto("/training");
      await page.getByRole("button", { name: t("ui.shell.switchLanguage") }).click();
      const other = language === "sv" ? "en" : "sv";
      await expect(page.locator("html")).toHaveAttribute("lang", other);
      expect(new URL(page.url()).pathname).toBe("/training");
      await context.clearCookies({ name: "kaskad_language" });
      await page.reload();
      await expect(page.locator("html")).toHaveAttribute("lang", other);
      await page.getByRole("button", { name: /på svenska|in english/i }).click();
      await expect(page.locator("html")).toHaveAttribute("lang", language);

      await page.locator("summary").filter({ hasText: "Prova" }).click();
      await page.getByRole("button", { name: t("ui.shell.signOut") }).click();
      await expect(heading).toHaveText(t("access.signIn.title"));
      await page.goto("/training");
      await expect(heading).toHaveText(t("access.signIn.title"));

      await page.getByLabel(t("access.signIn.email"), { exact: true }).fill(email);
      const field = page.getByLabel(t("access.signIn.password"), { exact: true });
      await field.fill("något helt annat");
      const submit = page.getByRole("button", { name: t("access.signIn.submit"), exact: true });
      await submit.click();
      await expect(page.getByText(t("access.wrongPassword")).first()).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await field.fill(password);
      await submit.click();
      await page.waitForURL("**/training");
      await expect(heading).toHaveText(t("training.list.ownEmptyTitle"));
    },
  );
});

test.describe("an address that is somebody's", () => {
  // The form that asks comes back with 400.
  test.use({ expectedProblems: [/status of 400/] });

  test(
    "asks whose the account is, and whose account the person has",
    { tag: "@no-script" },
    async ({ page, signInAs, t, javaScriptEnabled }) => {
      const family = ownTitle("Ek").replace(" ", "");
      const email = `${family.toLowerCase()}@kommun.example.se`;
      const chief = `chef.${email}`;
      await signInAs("administrator");
      const heading = page.getByRole("heading", { level: 1 });

      await page.goto("/people/new");
      await fillIn(page, t, { given: "Vera", family, email });
      await page.locator("select[name=unitId]").selectOption(unitId("family"));
      await page.getByRole("button", { name: t("organisation.people.submit") }).click();
      await expect(heading).toHaveText(`Vera ${family}`);
      const person = new URL(page.url()).pathname;

      await page.goto("/accounts/new");
      await fillIn(page, t, { given: "Bo", family: "Annan", email });
      await page.locator("select[name=unitId]").selectOption(unitId("prostitution"));
      const make = page.getByRole("button", { name: t("access.accounts.submit") });
      await make.click();
      const isFor = page.locator("input[name=agreed]");
      await expect(isFor).not.toBeChecked();
      await expect(page.getByRole("link", { name: `Vera ${family}` })).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await isFor.check();
      await make.click();
      await expect(page.getByText(`Vera ${family}, `)).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);

      await page.goto("/accounts/new");
      await fillIn(page, t, { given: "Ada", family, email: chief });
      const roles = page.locator("input[name=roles]");
      await roles.and(page.locator("[value=employee]")).uncheck();
      await roles.and(page.locator("[value=administrator]")).check();
      await make.click();
      await expect(
        page.getByText(t("access.accounts.linkOpensNobody", { email: chief })),
      ).toBeVisible();

      await page.goto("/people/new");
      await fillIn(page, t, { given: "Ada", family, email: chief });
      await page.locator("select[name=unitId]").selectOption(unitId("family"));
      const enter = page.getByRole("button", { name: t("organisation.people.submit") });
      await enter.click();
      const isTheirs = page.locator("input[name=agreed]");
      await expect(isTheirs).not.toBeChecked();
      if (javaScriptEnabled) await expectAccessible(page);
      await isTheirs.check();
      await enter.click();
      await expect(heading).toHaveText(`Ada ${family}`);
      expect(new URL(page.url()).pathname).not.toBe(person);
    },
  );
});

/** The names and address of a form for a person or an account. */
async function fillIn(
  page: Page,
  t: Translate,
  { given, family, email }: { given: string; family: string; email: string },
): Promise<void> {
  await page.getByLabel(t("access.accounts.givenName"), { exact: true }).fill(given);
  await page.getByLabel(t("access.accounts.familyName"), { exact: true }).fill(family);
  await page.locator("input[name=email]").fill(email);
}

test(
  "who is no longer signed in signs in and comes back",
  { tag: "@no-script" },
  async ({ page, context, signInAs, t }) => {
    await signInAs("employee");
    await page.goto("/handovers");
    await context.clearCookies({ name: "kaskad_session" });
    await page
      .getByRole("link", { name: t("cascade.list.new") })
      .first()
      .click();
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toHaveText(t("access.signIn.title"));
    await page.getByRole("button", { name: t("access.role.employee") }).click();
    await page.waitForURL("**/handovers/new");
    await expect(heading).toHaveText(t("cascade.enter.title"));
  },
);
