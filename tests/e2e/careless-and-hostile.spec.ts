import type { Locator, Page } from "@playwright/test";
import type { Translate } from "~/i18n/translator";
import { pdfFile } from "../factories/document-files";
import { expectAccessible } from "./support/accessible";
import { expect, test } from "./support/fixtures";
import { enterOwnAccount } from "./support/own-account";
import { ownTitle } from "./support/titles";

test(
  "two clicks on a button make one record",
  { tag: "@no-script" },
  async ({ page, signInAs, t }) => {
    const title = ownTitle("Dubbelklick");
    await signInAs("employee");
    const submit = await fillInCourse(page, { title, t });
    await submit.dblclick();
    await expect(page.getByText(t("training.list.loggedTitle", { title }))).toBeVisible();
    await page.goto("/training");
    await expect(page.getByRole("rowheader").filter({ hasText: title })).toHaveCount(1);
    const list = await (await page.request.get("/training.csv")).text();
    expect(list.split(title)).toHaveLength(2);
  },
);

test.describe("a form that is changed and sent again from the page before", () => {
  test.use({ expectedProblems: [/status of 400/] });

  test(
    "is neither lost nor doubled",
    { tag: "@no-script" },
    async ({ page, t, javaScriptEnabled }) => {
      const [first, second] = [ownTitle("Först"), ownTitle("Sedan")];
      const logged = (title: string) => page.getByText(t("training.list.loggedTitle", { title }));
      await enterOwnAccount(page);
      const submit = await fillInCourse(page, { title: first, t });
      const id = page.locator("input[name=submissionId]");
      const usedId = await id.inputValue();
      await submit.click();
      await expect(logged(first)).toBeVisible();

      await fillInCourse(page, { title: second, t });
      // Browsers keep the page that Back leads to, with its form; the one of the tests loads it anew.
      await id.evaluate((input, value) => ((input as HTMLInputElement).value = value), usedId);
      const pdf = { name: "intyg.pdf", mimeType: "application/pdf" };
      const buffer = Buffer.from(await pdfFile().arrayBuffer());
      await page.getByLabel(t("training.log.evidenceFile")).setInputFiles({ ...pdf, buffer });
      await submit.click();
      await expect(page.getByText(t("errors.sentBefore"))).toBeVisible();
      const again = page.getByText(t("ui.form.fileAgain", { name: pdf.name }));
      await expect(again).toHaveCount(javaScriptEnabled ? 0 : 1);
      if (javaScriptEnabled) await expectAccessible(page);
      const earlier = page.getByRole("link", { name: t("ui.form.seeEarlier") });
      const answer = await page.request.get((await earlier.getAttribute("href")) ?? "");
      expect(await answer.text()).toContain(first);

      await submit.click();
      await expect(logged(second)).toBeVisible();
      const list = await (await page.request.get("/training.csv")).text();
      for (const title of [first, second]) expect(list.split(title)).toHaveLength(2);
    },
  );
});

test("a script in a title is text", { tag: "@no-script" }, async ({ page, signInAs, t }) => {
  const mark = ownTitle("skript");
  const title = `</title><script>document.title="${mark}"</script><img src=x onerror=alert(1)>`;
  page.on("dialog", (dialog) => expect(dialog.message(), "a script that ran").toBe(""));
  await signInAs("employee");
  const submit = await fillInCourse(page, { title, t });
  await submit.click();
  await expect(page.getByText(t("training.list.loggedTitle", { title }))).toBeVisible();
  await page.getByRole("row").filter({ hasText: mark }).getByRole("link").first().click();
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toContainText(title);
  await expect(page).toHaveTitle(new RegExp(`^</title><script>.*${mark}`));
  await page.reload();
  await expect(heading).toContainText(title);
  await expect(page.locator("main img")).toHaveCount(0);
});

test("keys that are pressed while a page comes alive don't stop it", async ({ page, signInAs }) => {
  await page.addInitScript(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      document.body?.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, key: "a" }));
      if (performance.now() < 3000) port2.postMessage(null);
    };
    port2.postMessage(null);
  });
  await signInAs("employee");
  await page.goto("/handovers/new");
  await expect(page.getByRole("combobox").first()).toBeVisible();
});

test("who goes back before a page has come alive sees the page before", async ({
  page,
  signInAs,
  t,
}) => {
  await signInAs("employee");
  await page.goto("/training");
  await page.waitForLoadState("networkidle");
  const menu = page.getByRole("navigation", { name: t("ui.shell.mainNav") });
  await menu.getByRole("link", { name: t("access.nav.handOvers") }).click();
  await page.waitForURL("**/handovers");
  const script = /\/assets\/entry\.client-/;
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(script, (route) => held.then(() => route.continue()));
  const asked = page.waitForRequest(script);
  const reload = page.reload();
  await asked;
  await page.evaluate(() => history.back());
  await page.waitForURL("**/training", { waitUntil: "commit" });
  letGo();
  await reload.catch(() => null);
  await page.waitForLoadState("networkidle");
  await expect(page.getByRole("link", { name: t("training.list.log") })).toBeVisible();
});

test.describe("what is too large", () => {
  test.use({ expectedProblems: [/status of 400/] });

  test("a file is let go with a word, and the rest is kept", async ({ page, signInAs, t }) => {
    const title = ownTitle("För stor fil");
    await signInAs("employee");
    const submit = await fillInCourse(page, { title, t });
    const file = page.getByLabel(t("training.log.evidenceFile"));
    const sentence = page.getByText(t("training.field.fileTooLarge"));
    const pdf = { name: "intyg.pdf", mimeType: "application/pdf" };
    await file.setInputFiles({ ...pdf, buffer: Buffer.alloc(11_000_000) });
    await expect(sentence).toBeVisible();
    await expect(file).toHaveAttribute("aria-invalid", "true");
    await expect(file).toHaveValue("");
    await expectAccessible(page);
    await file.setInputFiles({ ...pdf, buffer: Buffer.from("%PDF-1.4 %%EOF") });
    await expect(sentence).toHaveCount(0);
    await file.setInputFiles({ ...pdf, buffer: Buffer.alloc(11_000_000) });
    await submit.click();
    await expect(page.getByText(t("training.list.loggedTitle", { title }))).toBeVisible();
  });

  test("a text is kept whole, with a word on its length", async ({ page, signInAs, t }) => {
    const title = ownTitle("Lång").padEnd(130, "x");
    await signInAs("employee");
    const submit = await fillInCourse(page, { title, t });
    const field = page.getByLabel(t("training.log.course"), { exact: true });
    const length = page.getByText(t("ui.form.charactersOver", { count: 10, max: 120 }));
    await expect(length).toBeVisible();
    await submit.click();
    await expect(page.getByText(t("errors.tooLong", { max: 120 })).first()).toBeVisible();
    await expect(field).toHaveValue(title);
    await field.fill(title.slice(0, 120));
    await expect(length).toHaveCount(0);
  });

  test("what was typed before the page came alive is counted as it does", async ({
    page,
    signInAs,
    t,
  }) => {
    await signInAs("employee");
    let comeAlive: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => (comeAlive = resolve));
    await page.route(/\/assets\/[^/]*\.js/, async (route) => {
      await waiting;
      await route.continue();
    });
    await page.goto("/training/log", { waitUntil: "commit" });
    await page.getByLabel(t("training.log.course"), { exact: true }).fill("x".repeat(130));
    comeAlive();
    const length = page.getByText(t("ui.form.charactersOver", { count: 10, max: 120 }));
    await expect(length).toBeVisible();
  });
});

/** Fills in a course without sending it, and returns the button that does. */
async function fillInCourse(
  page: Page,
  { title, t }: { title: string; t: Translate },
): Promise<Locator> {
  await page.goto("/training/log");
  await page.getByLabel(t("training.log.course"), { exact: true }).fill(title);
  await page.getByLabel(t("training.log.hours"), { exact: true }).fill("1");
  return page.getByRole("button", { name: t("training.log.submit") });
}
