import { formatsOf } from "~/i18n/format";
import { personId, unitId } from "../../prisma/demo/ids";
import { pdfFile } from "../factories/document-files";
import { expectAccessible } from "./support/accessible";
import { cellOf, rowOf } from "./support/figures";
import { expect, test } from "./support/fixtures";
import { ownTitle } from "./support/titles";

// Two methods, so that the two browsers do not confirm the same level of the same person.
const methods = { sv: "Källkritik", en: "Dataskydd på nätet" };

test(
  "a course is logged, sent back, mended and approved, and stands in level and money",
  { tag: "@no-script" },
  async ({ page, signInAs, t, language, javaScriptEnabled }) => {
    test.setTimeout(120_000);
    const title = ownTitle("Kurs");
    const [word, learned] = [ownTitle("Vad tog du med dig?"), ownTitle("Att pröva källan")];
    const method = methods[language];
    const evidence = Buffer.from(await pdfFile().arrayBuffer());
    const card = page
      .locator(".card")
      .filter({ has: page.getByRole("heading", { name: new RegExp(title) }) });

    await test.step("the employee logs it", async () => {
      await signInAs("employee");
      await page.goto("/");
      await page.getByRole("link", { name: t("start.logCourse"), exact: true }).click();
      await page.getByLabel(t("training.log.course"), { exact: true }).fill(title);
      await page
        .getByLabel(t("training.log.hours"), { exact: true })
        .fill(language === "sv" ? "6,5" : "6.5");
      await page.getByLabel(t("training.log.competence")).selectOption(method);
      await page
        .getByLabel(t("training.log.evidenceFile"))
        .setInputFiles({ name: "intyg.pdf", mimeType: "application/pdf", buffer: evidence });
      await page.getByText(t("training.log.payment")).click();
      await page
        .getByLabel(t("training.log.cost"))
        .fill(language === "sv" ? "1 250,50" : "1250.50");
      const line = page
        .locator("optgroup[label^='Uppsökande arbete på nätet'] option")
        .filter({ hasText: "Utbildning" });
      await page
        .getByLabel(t("training.log.line"))
        .selectOption((await line.getAttribute("value")) ?? "");
      await page.getByRole("button", { name: t("training.log.submit") }).click();
      await expect(page.getByText(t("training.list.loggedTitle", { title }))).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
    });

    await test.step("the manager sends it back with a word", async () => {
      await signInAs("manager");
      await page.goto("/training/approvals");
      await card.getByText(t("training.return.summary")).first().click();
      await card.getByLabel(t("training.return.word"), { exact: true }).fill(word);
      await card.getByRole("button", { name: t("training.return.submit") }).click();
      const values = { title, name: "Elin Björk" };
      await expect(page.getByText(t("training.approvals.returnedNotice", values))).toBeVisible();
    });

    await test.step("the employee mends it", async () => {
      await signInAs("employee");
      await page.goto("/");
      await expect(page.getByText(word)).toBeVisible();
      await page.getByRole("link", { name: `${t("start.mend")} (${title})` }).click();
      await expect(page.getByText(word)).toBeVisible();
      await page.getByLabel(t("training.log.learned")).fill(learned);
      await page.getByRole("button", { name: t("training.mend.submit") }).click();
      await expect(page.getByText(t("training.list.loggedTitle", { title }))).toBeVisible();
    });

    await test.step("the manager reads all of it and approves", async () => {
      await signInAs("manager");
      await page.goto("/training/approvals");
      await card.getByRole("link", { name: t("training.approvals.open") }).click();
      await page.waitForURL(/\/training\/[0-9a-f-]{36}$/);
      await expect(page.getByText(learned)).toBeVisible();
      const file = page.getByRole("link", { name: /intyg\.pdf/ });
      const sent = await page.request.get((await file.getAttribute("href")) ?? "");
      expect(await sent.body()).toEqual(evidence);
      const level = t("competence.levelWords", { level: 2, name: t("ui.level.l2") });
      await page.getByLabel(level).check();
      await page.getByLabel(t("training.approve.observed")).check();
      await page.getByRole("button", { name: t("training.approve.submit") }).click();
      const values = { title, name: "Elin Björk" };
      await expect(page.getByText(t("training.approvals.approvedNotice", values))).toBeVisible();
    });

    await test.step("person and matrix show the level", async () => {
      const basis = t("ui.level.observed");
      const level = t("ui.level.label", { level: 2, name: t("ui.level.l2"), basis });
      await page.goto(`/people/${personId("elin")}`);
      const levels = page.getByRole("table", { name: t("organisation.person.levels") });
      await expect(rowOf(levels.first(), method)).toContainText(level);

      await page.goto(`/matrix?unit=${unitId("prostitution")}`);
      const heads = await page.locator(".matrix thead th").allInnerTexts();
      const cells = rowOf(page.locator(".matrix"), "Elin Björk Socialsekreterare").locator("td");
      await expect(cells.nth(heads.indexOf(method) - 1)).toContainText(level);
    });

    await test.step("the project shows the cost", async () => {
      await signInAs("project_manager");
      await page.goto("/projects/NATET");
      await page
        .getByRole("table", { name: t("funding.budget.caption") })
        .getByRole("row", { name: /^Utbildning:/ })
        .locator("a[href*='/costs']")
        .first()
        .click();
      const row = rowOf(page.getByRole("table"), title);
      const { formatKronor } = formatsOf(language);
      await expect(cellOf(row, t("funding.amount"))).toHaveText(
        formatKronor(125_050, { withOre: true }),
      );
    });
  },
);
