import { test as base, expect, type Page } from "@playwright/test";
import type { Role } from "~/features/access/viewer";
import { watchForProblems } from "./problems";

type Fixtures = {
  /** Problems of the page that a test expects, such as the status of an error page. */
  expectedProblems: RegExp[];
  /** Signs the browser in as one of the demo's people. */
  signInAs: (role: Role) => Promise<void>;
  /** Chooses the language as the switch on every page does. */
  speak: (language: "sv" | "en") => Promise<void>;
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
