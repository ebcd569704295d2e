import type { Page } from "@playwright/test";
import routes from "../../app/routes";
import { expectAccessible } from "./support/accessible";
import { expect, test } from "./support/fixtures";
import { inTheDark, pages, type Address, type PagesOf } from "./support/pages";

/** As many pages as one test looks at. */
const pagesPerTest = 8;
/** Milliseconds for one page on a machine that has much else to do. */
const longestLook = 20_000;

// In both languages and on both kinds of screen, without four times the time.
for (const { visitor, paths, name } of pages.flatMap(inParts)) {
  test(name, { tag: "@phone" }, async ({ page, signInAs, speak, isMobile }) => {
    const language = isMobile ? "en" : "sv";
    test.setTimeout(paths.length * longestLook);
    await speak(language);
    if (visitor !== "anonymous") await signInAs(visitor);
    for (const address of paths) await lookAt(page, { address, language, isMobile });
  });
}

for (const { visitor, paths, name } of inTheDark.flatMap(inParts)) {
  test(`${name} in the dark`, async ({ page, signInAs, speak }) => {
    test.setTimeout(paths.length * longestLook);
    await page.emulateMedia({ colorScheme: "dark" });
    await speak("sv");
    if (visitor !== "anonymous") await signInAs(visitor);
    for (const address of paths) await lookAt(page, { address, language: "sv", isMobile: false });
  });
}

/** Pages that lead elsewhere when they are opened, or that only a journey reaches. */
const notOpened = [
  "setup",
  "handovers/:id/confirm",
  "handovers/:id/decline",
  "reports/:id/discard",
  "reports/:id/share",
  "reports/:id/unshare",
  "import/:id",
  "import/:id/withdraw",
  "projects/:code/setup/:part/:id/remove",
  ...["projects/:code/groups/:id/restore", "projects/:code/indicators/:id/restore"],
];

test("no page is forgotten", () => {
  const addresses = pages.flatMap(({ paths }) => paths);
  const forgotten = routes
    .filter(({ file }) => file.endsWith(".tsx"))
    .map(({ path = "" }) => path)
    .filter((path) => !notOpened.includes(path))
    .filter((path) => !addresses.some((address) => opens(address, path)));
  expect(forgotten).toEqual([]);
});

function inParts({ visitor, paths }: PagesOf): (PagesOf & { name: string })[] {
  const count = Math.ceil(paths.length / pagesPerTest);
  return Array.from({ length: count }, (_, part) => ({
    visitor,
    paths: paths.slice(part * pagesPerTest, (part + 1) * pagesPerTest),
    name: `what ${visitor} opens, ${part + 1} of ${count}`,
  }));
}

type Look = { address: Address; language: "sv" | "en"; isMobile: boolean };

async function lookAt(page: Page, { address, language, isMobile }: Look) {
  const path = typeof address === "string" ? address : await hrefOn(page, address);
  await test.step(path, async () => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    expect(new URL(page.url()).pathname).toBe(path.split("?")[0]);
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    expect(await page.title()).not.toBe("");
    await expect(page.locator("h1")).toHaveCount(1);
    expect(await widthBeyondScreen(page), "pixels to the right of the screen").toBe(0);
    // A phone shows the same colours as a desk.
    await expectAccessible(page, { colours: !isMobile });
  });
}

async function hrefOn(page: Page, { from, link }: Exclude<Address, string>): Promise<string> {
  await page.goto(from);
  const href = await page.locator("main").locator(link).first().getAttribute("href");
  return href ?? "";
}

function widthBeyondScreen(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

/** Whether an address is one of a route's, or a link's parts are found in its path. */
function opens(address: Address, path: string): boolean {
  if (typeof address === "string") {
    const pattern = `^/${path.replace(/:\w+/g, "[^/]+")}$`;
    return new RegExp(pattern).test(address.split("?")[0] ?? "");
  }
  const [wanted = ""] = address.link.split(":not(");
  const parts = [...wanted.matchAll(/\[href([$*^])='(.*?)'\]/g)];
  return parts.every(([, how, part = ""]) => {
    if (how === "^") return `/${path}`.startsWith(part);
    return how === "$" ? path.endsWith(part) : path.includes(part);
  });
}
