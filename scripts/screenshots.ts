// `npm run screenshots`: the README's pictures, taken of the demo in a program of their own.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium, type Browser } from "playwright-core";
import type { Role } from "~/features/access/viewer";
import { findOrFetchChromium } from "./test/chromium.mjs";
import { startApp } from "./test/running-app";

const help = `Takes the README's pictures of the demo into public/screenshots, over those that are there.

  npm run screenshots
  npm run screenshots -- --help   this text
`;

const { values } = parseArgs({ options: { help: { type: "boolean", short: "h" } } });
if (values.help) {
  process.stdout.write(help);
  process.exit();
}

const folder = fileURLToPath(new URL("../public/screenshots", import.meta.url));

type Picture = { name: string; role: Role; path: string; width?: number; height?: number };

const pictures: Picture[] = [
  { name: "start-employee", role: "employee", path: "/", width: 390, height: 844 },
  { name: "unit", role: "manager", path: "/units/first" },
  { name: "matrix", role: "manager", path: "/matrix" },
  { name: "lineage", role: "manager", path: "/cascade/sokmetoder" },
  { name: "project", role: "project_manager", path: "/projects/NATET" },
  { name: "report", role: "funder", path: "/reports/first" },
];

const executablePath = await findOrFetchChromium(console.log);
const app = await startApp();
try {
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  for (const picture of pictures) await take(browser, app.url, picture);
  await browser.close();
} finally {
  await app.stop();
}

async function take(browser: Browser, base: string, { name, role, path, width, height }: Picture) {
  const context = await browser.newContext({
    viewport: { width: width ?? 1280, height: height ?? 900 },
    locale: "en-GB",
  });
  await context.request.post(`${base}/sign-in/demo`, { form: { role } });
  const page = await context.newPage();
  await page.goto(base + (await addressOf(path)), { waitUntil: "networkidle" });
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
  console.log(`${name}.png`);

  /** Ids differ between installations: the first link of its kind on the start page is taken. */
  async function addressOf(asked: string): Promise<string> {
    if (!asked.endsWith("/first")) return asked;
    await page.goto(base);
    const start = asked.slice(0, -"first".length);
    const links = page.locator(`main a[href^="${start}"], nav a[href^="${start}"]`);
    return (await links.first().getAttribute("href")) ?? "/";
  }
}
