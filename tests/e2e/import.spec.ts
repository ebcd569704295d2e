import { randomInt } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { formatsOf } from "~/i18n/format";
import type { Translate } from "~/i18n/translator";
import { authority } from "../../prisma/demo/story/people";
import { ledgerText } from "../factories/ledger-file";
import { expectAccessible } from "./support/accessible";
import { cellOf, rowOf } from "./support/figures";
import { expect, test } from "./support/fixtures";
import { ownTitle } from "./support/titles";

const ledger = fileURLToPath(new URL("../fixtures/sie/cloud-4e-utf-8-mark.se", import.meta.url));

test(
  "a ledger is shown before it is written, and once it is written it adds nothing",
  { tag: "@no-script" },
  async ({ page, signInAs, t, language, javaScriptEnabled }) => {
    test.setTimeout(90_000);
    // In a series of its own and with other words it is a voucher that nobody has.
    const number = randomInt(1_000_000, 9_999_999);
    const content = (await readFile(ledger, "utf8"))
      .replace('"V" "1"', `"V${number}" "${number}"`)
      .replaceAll('"Föreläsning"', `"Föreläsning ${number}"`)
      .replace(/#ORGNR .*/, `#ORGNR ${authority.orgNumber}`);
    expect(content).toContain(String(number));
    await signInAs("project_manager");

    await previewLedger(page, { content, t });
    if (javaScriptEnabled) await expectAccessible(page);
    const preview = page.getByRole("table", { name: t("exchange.ledger.added") });
    await expect(rowOf(preview, `V${number} ${number}`)).toBeVisible();
    await page.goto("/projects/NATET/costs?line=unplaced");
    await expect(page.getByText(`V${number} ${number}`)).toHaveCount(0);
    await page.goBack();
    await page.getByLabel(/6990/).selectOption("");
    await page
      .getByRole("button", { name: t("exchange.ledger.submit", { count: 1, n: "1" }) })
      .click();
    await expect(page.getByText(t("exchange.applied"), { exact: true })).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(page);

    await page.goto("/projects/NATET/costs?line=unplaced");
    const booked = page.getByRole("row").filter({ hasText: `V${number} ${number}` });
    const { formatKronor } = formatsOf(language);
    await expect(cellOf(booked, t("funding.amount"))).toHaveText(
      formatKronor(200_000, { withOre: true }),
    );

    await previewLedger(page, { content, t });
    await expect(page.getByText(t("exchange.ledger.nothing"), { exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: /1/ })).toHaveCount(0);
  },
);

test.describe("a later ledger", () => {
  test.use({ expectedProblems: [/status of 400/] });

  test(
    "what a later ledger has changed, and what is in another currency, waits until it is ticked",
    { tag: "@no-script" },
    async ({ page, signInAs, t, language, javaScriptEnabled }) => {
      test.setTimeout(120_000);
      const series = `E${randomInt(1_000_000, 9_999_999)}`;
      const { orgNumber, name: companyName } = authority;
      const date = "2026-02-05";
      const ledgerWith = (kronor: number, ...more: { currency: string; number: string }[]) => {
        const rows = [{ kronor, account: "6990" }];
        const first = ledgerText({
          orgNumber,
          companyName,
          vouchers: [{ series, number: "1", date, rows }],
        });
        const others = more.map(({ currency, number }) =>
          ledgerText({
            ...{ orgNumber, companyName },
            vouchers: [
              { series: `${series}X`, number, date, rows: [{ kronor: 7, account: "6990" }] },
            ],
          }).replace("#FNAMN", `#VALUTA ${currency}\n#FNAMN`),
        );
        return [first, ...others].join("");
      };
      const { formatKronor } = formatsOf(language);
      await signInAs("project_manager");
      await previewLedger(page, { content: ledgerWith(100), t });
      await page.getByRole("button", { name: /^(Läs in|Bring in)/ }).click();
      await expect(page.getByText(t("exchange.applied"), { exact: true })).toBeVisible();

      const later = ledgerWith(120, { currency: "EUR", number: "1" });
      await previewLedger(page, { content: later, t });
      await expect(
        page.getByText(t("exchange.ledger.ask.changed", { count: 1, n: "1" })),
      ).toBeVisible();
      await expect(
        page.getByText(t("exchange.ledger.ask.currency", { count: 1, n: "1" })),
      ).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      const submit = page.getByRole("button", { name: t("exchange.ledger.submitTicked") });
      await submit.click();
      await expect(page.getByText(t("exchange.ledger.nothingTicked")).first()).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page
        .getByRole("group", { name: t("exchange.ledger.ask.changed", { count: 1, n: "1" }) })
        .getByRole("checkbox")
        .check();
      await submit.click();
      await expect(page.getByText(t("exchange.applied"), { exact: true })).toBeVisible();
      await expect(page.getByText(t("exchange.done.left", { count: 1, n: "1" }))).toBeVisible();

      await page.goto("/projects/NATET/costs?line=unplaced");
      const booked = page.getByRole("row").filter({ hasText: `${series} 1` });
      await expect(booked).toHaveCount(1);
      await expect(cellOf(booked, t("funding.amount"))).toHaveText(
        formatKronor(12_000, { withOre: true }),
      );
    },
  );
});

test.describe("a training list", () => {
  test.use({ expectedProblems: [/status of 400/] });

  test(
    "with bad rows: only the good ones are written, and only when asked",
    { tag: "@no-script" },
    async ({ page, signInAs, t, javaScriptEnabled }) => {
      test.setTimeout(90_000);
      const [good, unknown, dayless] = [ownTitle("Bra"), ownTitle("Okänd"), ownTitle("Datumlös")];
      await signInAs("manager");
      await upload(page, {
        card: t("exchange.upload.trainingTitle"),
        name: "utbildning.csv",
        content: [
          "Namn;Kurs;Datum;Timmar",
          `Dariusz Kowalczyk;${good};2026-03-04;7,5`,
          `Ingen Alls;${unknown};2026-03-04;7,5`,
          `Mehmet Yıldız;${dayless};2026-02-30;7,5`,
        ].join("\r\n"),
        t,
      });
      const faults = page.getByRole("table", { name: t("exchange.training.badTitle") });
      await expect(faults).toContainText(t("exchange.training.fault.noPerson"));
      await expect(faults).toContainText(t("exchange.training.fault.noSuchDate"));
      if (javaScriptEnabled) await expectAccessible(page);

      const write = page.getByRole("button", {
        name: t("exchange.training.submit", { count: 1, n: "1" }),
      });
      await write.click();
      await expect(page.getByText(t("exchange.training.skipBadRequired")).first()).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel(t("exchange.training.skipBad", { count: 2, n: "2" })).check();
      await write.click();
      await expect(page.getByText(t("exchange.applied"), { exact: true })).toBeVisible();

      const list = await (await page.request.get("/training.csv?scope=unit")).text();
      expect(list).toContain(good);
      expect(list).not.toContain(unknown);
      expect(list).not.toContain(dayless);
    },
  );
});

async function previewLedger(page: Page, { content, t }: { content: string; t: Translate }) {
  await upload(page, { card: t("exchange.upload.sieTitle"), name: "bok.se", content, t });
  const project = page.getByLabel(t("exchange.ledger.project"), { exact: true });
  const option = project.locator("option", { hasText: /^NATET / });
  await project.selectOption((await option.getAttribute("value")) ?? "");
  await page.getByLabel(t("exchange.ledger.object"), { exact: true }).selectOption("P1");
  await page.getByRole("button", { name: t("exchange.ledger.show"), exact: true }).click();
  await page.waitForURL(/object=P1/);
}

type Upload = { card: string; name: string; content: string; t: Translate };

async function upload(page: Page, { card, name, content, t }: Upload) {
  await page.goto("/import");
  const form = page.locator(".card").filter({ has: page.getByRole("heading", { name: card }) });
  await form
    .getByLabel(t("exchange.upload.file"), { exact: true })
    .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
  await form.getByRole("button", { name: t("exchange.upload.submit") }).click();
  await page.waitForURL(/\/import\/[0-9a-f-]{36}/);
}
