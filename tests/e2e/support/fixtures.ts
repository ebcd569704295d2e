import { test as base, expect, type Page } from "@playwright/test";
import type { Role } from "~/features/access/viewer";
import type { Language } from "~/i18n/language";
import { translator } from "~/i18n/server";
import type { Translate } from "~/i18n/translator";
import { watchForProblems } from "./problems";

type Fixtures = {
  /** Problems of the page that a test expects, such as the status of an error page. */
  expectedProblems: RegExp[];
  /** Signs the browser in as one of the demo's people. */
  signInAs: (role: Role) => Promise<void>;
  /** Chooses the language as the switch on every page does. */
  speak: (language: Language) => Promise<void>;
  /**
   * The language of a journey: Swedish with JavaScript, English without, so that one that is
   * tagged @no-script is walked in both languages and in both kinds of browser.
   */
  language: Language;
  /** The words of the journey's language, which the pages then speak. */
  t: Translate;
};

/**
 * Playwright's `test` with our own app: a page that fails the test when the browser complains,
 * be it an error in the console, a request that fails, or a breach of the content policy.
 */
export const test = base.extend<Fixtures>({
  expectedProblems: [[], { option: true }],

  // The address is known only once the app runs.
  // eslint-disable-next-line no-empty-pattern -- Playwright wants to see that nothing is needed.
  baseURL: async ({}, use) => use(appUrl()),

  page: async ({ page, expectedProblems }, use) => {
    const problems = watchForProblems(page);
    await use(page);
    const unexpected = problems.filter(
      (problem) => !expectedProblems.some((pattern) => pattern.test(problem)),
    );
    expect(unexpected, "what the browser complains of").toEqual([]);
  },

  signInAs: async ({ page }, use) => use((role) => signIn(page, role)),

  speak: async ({ context }, use) =>
    use(async (language) => {
      await context.addCookies([{ name: "kaskad_language", value: language, url: appUrl() }]);
    }),

  language: async ({ javaScriptEnabled }, use) => use(javaScriptEnabled === false ? "en" : "sv"),

  t: async ({ language, speak }, use) => {
    await speak(language);
    await use(translator(language));
  },
});

export { expect };

function appUrl(): string {
  const url = process.env.KASKAD_E2E_URL;
  if (!url) throw new Error("The app is started by running-app.ts, which has not been run");
  return url;
}

async function signIn(page: Page, role: Role): Promise<void> {
  const response = await page.request.post("/sign-in/demo", { form: { role }, maxRedirects: 0 });
  expect(response.status(), `signing in as ${role}`).toBe(303);
}
