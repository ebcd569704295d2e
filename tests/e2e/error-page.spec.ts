import { translator } from "~/i18n/server";
import { expectAccessible } from "./support/accessible";
import { expect, test } from "./support/fixtures";

test.use({ expectedProblems: [/status of 40[34]/] });

for (const language of ["sv", "en"] as const) {
  for (const visitor of ["anonymous", "employee"] as const) {
    test(
      `${visitor} is told in ${language} that there is no such page, with a number`,
      { tag: ["@no-script", "@phone"] },
      async ({ page, speak, signInAs, javaScriptEnabled }) => {
        const t = translator(language);
        await speak(language);
        if (visitor === "employee") await signInAs("employee");
        const response = await page.goto("/finns/inte");
        expect(response?.status()).toBe(404);
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(
          t("errors.page.notFound.title"),
        );
        expect(await page.title()).toContain(t("errors.page.notFound.title"));
        const id = response?.headers()["x-request-id"] ?? "";
        expect(id).not.toBe("");
        await expect(page.getByText(t("errors.requestId", { id }))).toBeVisible();
        if (javaScriptEnabled !== false) await expectAccessible(page);
      },
    );
  }
}

test(
  "a page of another role is closed, and says so",
  { tag: "@no-script" },
  async ({ page, signInAs, t }) => {
    await signInAs("funder");
    const response = await page.goto("/training");
    expect(response?.status()).toBe(403);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      t("errors.page.forbidden.title"),
    );
    await page.getByRole("link", { name: t("errors.toStart"), exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Marguerite");
  },
);

test(
  "a form that fails is told with the number of its own request",
  { tag: "@no-script" },
  async ({ page, signInAs, t }) => {
    await signInAs("employee");
    await page.goto("/training/log");
    await page.getByLabel(t("training.log.course"), { exact: true }).fill("Kurs");
    await page
      .getByRole("main")
      .locator("form")
      .evaluate((form) => form.setAttribute("action", "/units/none/requirements"));
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: t("training.log.submit") }).click();
    const id = (await answered).headers()["x-request-id"] ?? "";
    await expect(page.getByText(t("errors.requestId", { id }))).toBeVisible();
  },
);
