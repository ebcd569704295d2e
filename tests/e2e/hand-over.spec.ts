import type { Locator, Page } from "@playwright/test";
import { formatsOf } from "~/i18n/format";
import type { Language } from "~/i18n/language";
import type { Translate } from "~/i18n/translator";
import { todayInStockholm } from "~/platform/clock";
import { addDays } from "~/terms/day";
import { expectAccessible } from "./support/accessible";
import { projectId } from "../../prisma/demo/ids";
import { cellOf, figuresIn } from "./support/figures";
import { expect, test } from "./support/fixtures";
import { tabTo } from "./support/keyboard";
import { ownTitle } from "./support/titles";

// Two projects, so that the two browsers do not count hours in the same one.
const inProject = {
  sv: { method: "uppsokande-natet", project: "NATET" },
  en: { method: "sokmetoder", project: "KALLKRITIK" },
} as const;

test(
  "a hand-over to two colleagues keeps three books, and taking it back clears them",
  { tag: "@no-script" },
  async ({ page, signInAs, t, language, javaScriptEnabled }) => {
    test.setTimeout(120_000);
    const { method, project } = inProject[language];
    const note = ownTitle("Gick igenom tillsammans");
    await signInAs("project_manager");
    const before = await ownHours(page, { project, t, language });

    await signInAs("employee");
    await page.goto(`/handovers/new?competence=${method}`);
    const learners = page.getByRole("group", { name: t("cascade.enter.learners") });
    const hours = page.getByLabel(t("cascade.enter.hours"), { exact: true });
    const submit = page.getByRole("button", { name: t("cascade.enter.submit") });
    const typed = language === "sv" ? "1,5" : "1.5";
    await page.getByLabel(t("cascade.enter.project")).selectOption(projectId(project));
    await page.getByLabel(t("cascade.enter.note")).fill(note);
    if (javaScriptEnabled) {
      await chooseByKeyboard(learners, "Dariusz", t);
      await chooseByKeyboard(learners, "Mehmet", t);
      await expectAccessible(page);
      await tabTo(hours);
      await page.keyboard.type(typed);
      await tabTo(page.locator("input[name=elements]").first());
      await page.keyboard.press("Space");
      await tabTo(submit);
      await page.keyboard.press("Enter");
    } else {
      await learners.getByLabel("Dariusz Kowalczyk").check();
      await learners.getByLabel("Mehmet Yıldız").check();
      await page.locator("input[name=elements]").first().check();
      await hours.fill(typed);
      await submit.click();
    }

    const { formatHours, formatKronor } = formatsOf(language);
    const worth = 1.5 * 3 * before.rate;
    await expect(page.getByText(note)).toBeVisible();
    await expect(
      page.getByText(t("cascade.view.bookHoursValue", { hours: formatHours(270), count: 3 })),
    ).toBeVisible();
    await expect(page.getByText(formatKronor(worth * 100), { exact: true })).toBeVisible();
    const address = page.url();

    await signInAs("project_manager");
    // They count once the learners have confirmed.
    expect(await ownHours(page, { project, t, language })).toEqual(before);

    await signInAs("employee");
    await page.goto(address);
    await page.getByText(t("cascade.view.withdraw"), { exact: true }).click();
    await page.getByLabel(t("cascade.view.withdrawReason"), { exact: true }).fill(note);
    await page.getByRole("button", { name: t("cascade.view.withdrawSubmit"), exact: true }).click();
    await expect(page.getByText(t("cascade.view.withdrawnText"))).toBeVisible();

    await signInAs("project_manager");
    expect(await ownHours(page, { project, t, language })).toEqual(before);
  },
);

test(
  "who is not cleared is told why, and by whom it could be done",
  { tag: "@no-script" },
  async ({ page, signInAs, t }) => {
    await signInAs("employee");
    await page.goto("/handovers/new?competence=kartlaggning");
    const competence = "Kartläggning av arenor på nätet";
    await expect(page.getByText(t("cascade.enter.notYet", { competence }))).toBeVisible();
    await expect(page.getByText(t("cascade.enter.standing.not-cleared"))).toBeVisible();
    await expect(page.getByRole("button", { name: t("cascade.enter.submit") })).toHaveCount(0);
    await page.getByRole("link", { name: t("cascade.enter.whoCan") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(competence);
  },
);

test.describe("a form that is refused", () => {
  test.use({ expectedProblems: [/status of 400/] });

  test("a trainer who is not cleared is refused with the reason", async ({ page, signInAs, t }) => {
    await signInAs("manager");
    await page.goto("/handovers/new?competence=kartlaggning");
    const group = (name: string) => page.getByRole("group", { name });
    await chooseByKeyboard(group(t("cascade.enter.learners")), "Lovisa", t);
    await chooseByKeyboard(group(t("cascade.enter.trainers")), "Mehmet", t);
    await page.getByLabel(t("cascade.enter.hours"), { exact: true }).fill("1");
    const date = await page.getByLabel(t("cascade.enter.heldOn"), { exact: true }).inputValue();
    await page.getByRole("button", { name: t("cascade.enter.submit") }).click();
    const values = { names: "Mehmet Yıldız", competence: "Kartläggning av arenor på nätet", date };
    const reason = t("cascade.errors.trainerNotCleared", values);
    await expect(group(t("cascade.enter.trainers")).getByText(reason)).toBeVisible();
    await expectAccessible(page);
  });
});

test.describe("one occasion that is entered twice", () => {
  test.use({ expectedProblems: [/status of 400/] });

  test(
    "is asked about, and stands twice only where somebody says so",
    { tag: ["@no-script", "@phone"] },
    async ({ page, signInAs, t, language, javaScriptEnabled }) => {
      test.setTimeout(120_000);
      // Of each browser its own day; without a project, so that nobody's hours become more.
      const day = page.viewportSize()?.width === 390 ? 40 : language === "sv" ? 50 : 60;
      const heldOn = addDays(todayInStockholm(), -day);
      const note = ownTitle("Två gånger");
      const submit = page.getByRole("button", { name: t("cascade.enter.submit") });
      await signInAs("employee");
      for (let time = 1; time <= 2; time += 1) {
        await page.goto("/handovers/new?competence=sokmetoder");
        const learners = page.getByRole("group", { name: t("cascade.enter.learners") });
        if (javaScriptEnabled) await chooseByKeyboard(learners, "Mehmet", t);
        else await learners.getByLabel("Mehmet Yıldız").check();
        await page.locator("input[name=heldOn]").fill(heldOn);
        await page.getByLabel(t("cascade.enter.hours"), { exact: true }).fill("1");
        await page.getByLabel(t("cascade.enter.project")).selectOption("");
        await page.getByLabel(t("cascade.enter.note")).fill(note);
        await submit.click();
        if (time === 1) await expect(page.getByText(note)).toBeVisible();
        // The lineage knows of it: it waits for its learner, and for nothing else.
        await expect(page.getByText(t("cascade.view.notCountedTitle"))).toHaveCount(0);
      }
      await expect(page.getByText(t("ui.asked.title"), { exact: true })).toBeVisible();
      const earlier = page.locator("form").getByRole("link", { name: heldOn });
      await expect(earlier).toHaveAttribute("href", /^\/handovers\/[\da-f-]{36}$/);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel(t("cascade.enter.agree")).check();
      await submit.click();
      await expect(page).toHaveURL(/\/handovers\/[\da-f-]{36}$/);
      await expect(page.getByText(note)).toBeVisible();
    },
  );
});

test.describe("a name that was typed and not chosen", () => {
  test.use({ expectedProblems: [/status of 400/] });

  test("is asked about, and stands where it was", async ({ page, signInAs, t }) => {
    await signInAs("employee");
    await page.goto("/handovers/new?competence=sokmetoder");
    const learners = page.getByRole("group", { name: t("cascade.enter.learners") });
    const field = learners.getByRole("combobox");
    await chooseByKeyboard(learners, "Mehmet", t);
    await page.keyboard.type("Dariusz");
    await page.getByLabel(t("cascade.enter.hours"), { exact: true }).fill("1");
    await page.getByRole("button", { name: t("cascade.enter.submit") }).click();
    const sentence = t("errors.notPicked", { text: "Dariusz" });
    await expect(learners.getByText(sentence)).toBeVisible();
    await expect(field).toHaveValue("Dariusz");
    await page.getByRole("link", { name: sentence }).click();
    await expect(field).toBeFocused();
    await expect(learners.getByRole("listitem")).toHaveText(["Mehmet Yıldız"]);
  });
});

test("a double click chooses one colleague and closes the list", async ({ page, signInAs, t }) => {
  await signInAs("employee");
  await page.goto("/handovers/new?competence=sokmetoder");
  const learners = page.getByRole("group", { name: t("cascade.enter.learners") });
  await learners.getByRole("combobox").pressSequentially("an");
  const option = learners.getByRole("option").first();
  const name = await option.locator("span").first().innerText();
  // At the name's beginning, where the chosen one's chip comes to lie.
  await option.dblclick({ position: { x: 40, y: 16 }, delay: 20 });
  await expect(learners.getByRole("option")).toHaveCount(0);
  await expect(learners.getByRole("listitem")).toHaveText([name]);
});

test.describe("somebody of another unit", () => {
  // One sending lacks the hours: what was found and ticked is still there.
  test.use({ expectedProblems: [/status of 400/] });

  test(
    "learns from a browser without scripts",
    { tag: "@no-script" },
    async ({ page, signInAs, t, javaScriptEnabled }) => {
      await signInAs("employee");
      await page.goto("/handovers/new?competence=sokmetoder");
      const search = page.getByLabel(t("cascade.enter.findColleague"));
      if (javaScriptEnabled) return expect(search).toBeHidden();
      for (const name of ["Ahmed", "Granath"]) {
        await search.fill(name);
        await search.press("Enter");
        const values = { query: name, count: 1 };
        await expect(page.getByText(t("cascade.enter.foundColleagues", values))).toBeVisible();
      }
      const learners = page.getByRole("group", { name: t("cascade.enter.learners") });
      await learners.getByLabel("Ahmed Hassan").check();
      await learners.getByLabel("Peter Granath").check();
      await page.getByRole("button", { name: t("cascade.enter.submit") }).click();
      await expect(learners.getByLabel("Ahmed Hassan")).toBeChecked();
      await page.getByLabel(t("cascade.enter.hours"), { exact: true }).fill("1");
      await page.getByLabel(t("cascade.enter.project")).selectOption("");
      await page.getByRole("button", { name: t("cascade.enter.submit") }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Sökmetoder");
      for (const name of ["Ahmed Hassan", "Peter Granath"]) {
        await expect(page.getByText(name).first()).toBeVisible();
      }
    },
  );
});

test(
  "a learner confirms on the start page",
  { tag: "@no-script" },
  async ({ page, signInAs, t, language, javaScriptEnabled }) => {
    test.setTimeout(90_000);
    const competence = "Sökmetoder i öppna källor";
    await signInAs("manager");
    await page.goto("/handovers/new?competence=sokmetoder");
    const heldOn = page.getByLabel(t("cascade.enter.heldOn"), { exact: true });
    const day = daysBefore(await heldOn.inputValue(), language === "sv" ? 1 : 2);
    for (const [name, person] of [
      [t("cascade.enter.learners"), "Elin Björk"],
      [t("cascade.enter.trainers"), "Jonas Lindqvist-Nyström"],
    ] as const) {
      const group = page.getByRole("group", { name });
      if (javaScriptEnabled) await chooseByKeyboard(group, person, t);
      else await group.getByLabel(person).check();
    }
    await heldOn.fill(day);
    await page.getByLabel(t("cascade.enter.hours"), { exact: true }).fill("2");
    await page.getByLabel(t("cascade.enter.project")).selectOption("");
    await page.getByRole("button", { name: t("cascade.enter.submit") }).click();
    const { formatDate } = formatsOf(language);
    const values = { competence, date: formatDate(day), all: 1 };
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toHaveText(t("cascade.view.title", { ...values, confirmed: 0 }));
    const address = page.url();

    await signInAs("employee");
    await page.goto("/");
    const yes = page.getByRole("button", {
      name: `${t("cascade.toConfirm.confirm")} (${competence} ${formatDate(day)})`,
    });
    await Promise.all([
      page.waitForResponse((response) => response.request().method() === "POST"),
      yes.first().click(),
    ]);
    await expect(yes).toHaveCount(0);
    await page.goto(address);
    await expect(heading).toHaveText(t("cascade.view.title", { ...values, confirmed: 1 }));
  },
);

/** Types a part of a name, and takes the first that is found, without the mouse. */
async function chooseByKeyboard(group: Locator, name: string, t: Translate): Promise<void> {
  const { keyboard } = group.page();
  await tabTo(group.getByRole("combobox"));
  await keyboard.type(name);
  await expect(group.getByRole("option")).toHaveCount(1);
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  const chip = t("ui.picker.remove", { name: "" }).trim();
  await expect(group.getByRole("button", { name: new RegExp(`${chip}.*${name}`) })).toBeVisible();
}

type OwnHours = { hours: number; kronor: number; rate: number };
type Asked = { project: string; t: Translate; language: Language };

/** A project's own hours so far: how many, what they are worth, and today's rate. */
async function ownHours(page: Page, { project, t, language }: Asked): Promise<OwnHours> {
  await page.goto(`/projects/${project}/own-hours`);
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  const newest = page.getByRole("row").nth(1);
  const rate = await cellOf(newest, t("funding.hours.rate")).innerText();
  const [hours = 0, kronor = 0] = figuresIn(title, language);
  return { hours, kronor, rate: figuresIn(rate, language)[0] ?? 0 };
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}
