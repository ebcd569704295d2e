import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { expect, test } from "./support/fixtures";
import { pages } from "./support/pages";

for (const { visitor, paths } of pages) {
  for (const path of paths) {
    for (const language of ["sv", "en"] as const) {
      test(
        `${visitor} ${path} ${language}`,
        { tag: "@phone" },
        async ({ page, signInAs, speak }) => {
          await speak(language);
          if (visitor !== "anonymous") await signInAs(visitor);
          const response = await page.goto(path);

          expect(response?.status()).toBe(200);
          expect(new URL(page.url()).pathname).toBe(path);
          await expect(page.locator("html")).toHaveAttribute("lang", language);
          expect(await page.title()).not.toBe("");
          await expect(page.locator("h1")).toHaveCount(1);
          expect(await widthBeyondScreen(page), "pixels to the right of the screen").toBe(0);
          await expectAccessible(page);
        },
      );
    }
  }
}

function widthBeyondScreen(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}
