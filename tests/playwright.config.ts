import { defineConfig } from "@playwright/test";
import { findChromium } from "../scripts/test/chromium.mjs";

const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;

/**
 * The real program, begun once with the demo's data, and a real Chromium. Every test runs on a
 * desk; those tagged @phone also on a phone, those tagged @no-script also without JavaScript.
 */
export default defineConfig({
  testDir: "e2e",
  outputDir: "output/playwright",
  globalSetup: "./e2e/support/running-app.ts",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: report ? [["dot"], ["json", { outputFile: report }]] : [["list"]],
  use: {
    actionTimeout: 15_000,
    locale: "sv-SE",
    timezoneId: "Europe/Stockholm",
    screenshot: "only-on-failure",
    trace: "off",
    launchOptions: {
      executablePath: await findChromium(),
      args: [
        ...["--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        ...["--disable-sync", "--no-first-run"],
      ],
    },
  },
  projects: [
    { name: "desk", use: { viewport: { width: 1280, height: 800 } } },
    {
      name: "phone",
      grep: /@phone\b/,
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    },
    {
      name: "no-script",
      grep: /@no-script\b/,
      use: { viewport: { width: 1280, height: 800 }, javaScriptEnabled: false },
    },
  ],
});
