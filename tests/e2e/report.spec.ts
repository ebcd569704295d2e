import { todayInStockholm } from "~/platform/clock";
import { addDays } from "~/terms/day";
import { idOf, projectId } from "../../prisma/demo/ids";
import { expectAccessible } from "./support/accessible";
import { expect, test } from "./support/fixtures";
import { ownTitle } from "./support/titles";

test.describe("a report", () => {
  test.use({ expectedProblems: [/status of 40[34]/] });

  test(
    "is written and shared, and only then its funder reads it",
    { tag: "@no-script" },
    async ({ page, signInAs, t, javaScriptEnabled }) => {
      test.setTimeout(120_000);
      const [title, text] = [
        ownTitle("Delredovisning"),
        ownTitle("Vi har provat <b>två</b> sätt."),
      ];
      const status = async (address: string) => (await page.goto(address))?.status();

      await signInAs("project_manager");
      await page.goto("/reports/new");
      const today = todayInStockholm();
      await page
        .getByLabel(t("reports.new.project"), { exact: true })
        .selectOption(projectId("NATET"));
      await page.getByLabel(t("reports.new.title"), { exact: true }).fill(title);
      await page.getByLabel(t("reports.new.startsOn"), { exact: true }).fill(addDays(today, -60));
      await page.getByLabel(t("reports.new.endsOn"), { exact: true }).fill(addDays(today, -30));
      await page.getByLabel(t("reports.new.dueOn"), { exact: true }).fill(addDays(today, 30));
      await page.getByRole("button", { name: t("reports.new.submit") }).click();
      await page.waitForURL(/\/reports\/[0-9a-f-]{36}/);
      const address = `/reports/${/[0-9a-f-]{36}/.exec(page.url())?.[0]}`;

      await page.goto(`${address}/edit`);
      await page.getByLabel(t("reports.text.activities")).fill(text);
      await page.getByRole("button", { name: t("reports.texts.submit") }).click();
      await page.waitForURL(`**${address}`);
      await expect(page.getByText(text)).toBeVisible();

      await signInAs("funder");
      expect(await status(address)).toBe(404);
      expect((await page.request.get(`${address}.csv`)).status()).toBe(404);

      await signInAs("project_manager");
      await page.goto(address);
      await page.getByRole("button", { name: t("reports.page.share") }).click();
      await expect(page.getByText(t("reports.unshare.label"), { exact: true })).toBeVisible();

      await signInAs("funder");
      await page.goto("/reports");
      await expect(page.getByText(title).first()).toBeVisible();
      expect(await status(address)).toBe(200);
      await expect(page.getByText(text)).toBeVisible();
      await expect(page.getByText(t("reports.page.share"), { exact: true })).toHaveCount(0);
      if (javaScriptEnabled) await expectAccessible(page);

      await signInAs("employee");
      expect(await status(address)).toBe(403);

      await signInAs("project_manager");
      await page.goto(address);
      await page.getByText(t("reports.unshare.label"), { exact: true }).click();
      await page.getByRole("button", { name: t("reports.unshare.confirm") }).click();
      await expect(page.getByRole("button", { name: t("reports.page.share") })).toBeVisible();
      await signInAs("funder");
      expect(await status(address)).toBe(404);
    },
  );

  test("of a project that somebody else pays is not found", async ({ page, signInAs, t }) => {
    await signInAs("funder");
    const address = `/reports/${idOf("report", "KOMP-2004", "Slutredovisning")}`;
    const response = await page.goto(address);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      t("errors.page.notFound.title"),
    );
  });
});

test(
  "the file of a report opens in a Swedish spreadsheet",
  { tag: "@no-script" },
  async ({ page, signInAs, t }) => {
    await signInAs("funder");
    await page.goto(`/reports/${idOf("report", "ONLINE-2012", "Slutredovisning")}`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: t("reports.page.csv"), exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/ONLINE-2012.*\.csv$/);
    const file = await page.request.get(download.url());
    expect(file.headers()["content-type"]).toContain("text/csv");
    const bytes = await file.body();
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = bytes.toString("utf8").split("\r\n");
    expect(rows.length).toBeGreaterThan(50);
    expect(new Set(rows.filter(Boolean).map((row) => row.split(";").length > 10))).toEqual(
      new Set([true]),
    );
  },
);
