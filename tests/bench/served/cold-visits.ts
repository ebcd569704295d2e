import { chromium } from "@playwright/test";
import { findChromium } from "../../../scripts/test/chromium.mjs";
import { printTable } from "../table";
import { ordinaryAddresses } from "./addresses";
import type { ServedApp } from "./served-app";

const limits = { scriptKb: 130, requests: 12 };

const visited = [
  ...["own training", "start (manager)", "unit", "enter a hand-over", "method (unit)"],
  ...["project", "project's set-up", "report", "imports"],
];

/** What a browser that has never been here fetches for a page: scripts, packed, and requests. */
export async function benchColdVisits({ url, scene, cookieOf }: ServedApp): Promise<void> {
  const executablePath = await findChromium();
  if (executablePath === undefined) return console.log("\nNo browser here: no cold visits.");
  const browser = await chromium.launch({ executablePath });
  const rows: string[][] = [];
  for (const { name, role, path } of ordinaryAddresses.filter((each) =>
    visited.includes(each.name),
  )) {
    const context = await browser.newContext({
      extraHTTPHeaders: { cookie: cookieOf(role), "accept-language": "sv" },
    });
    const page = await context.newPage();
    let requests = 0;
    let drawing = 0;
    let scripts = 0;
    const sizes: Promise<void>[] = [];
    page.on("requestfinished", (request) => {
      // The drawing of charts is counted apart: it comes when the page is there, where a chart is.
      const draws = /\/chart[.-]/.test(request.url());
      if (!draws) requests += 1;
      if (request.resourceType() !== "script") return;
      sizes.push(
        request.sizes().then(({ responseBodySize }) => {
          if (draws) drawing += responseBodySize;
          else scripts += responseBodySize;
        }),
      );
    });
    await page.goto(new URL(path(scene), url).href, { waitUntil: "networkidle" });
    await Promise.all(sizes);
    await context.close();
    rows.push([
      name,
      (scripts / 1000).toFixed(0),
      (scripts / 1000 / limits.scriptKb).toFixed(2),
      (drawing / 1000).toFixed(0),
      String(requests),
      (requests / limits.requests).toFixed(2),
    ]);
  }
  await browser.close();
  console.log("\nA browser's first visit to a page");
  printTable(
    [
      "page",
      "scripts, kB",
      `÷ limit ${limits.scriptKb}`,
      "charts, kB",
      "requests",
      `÷ limit ${limits.requests}`,
    ],
    rows,
  );
}
