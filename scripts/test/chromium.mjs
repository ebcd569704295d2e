// Finds the browser of the end-to-end tests, or fetches one. Imports nothing but Node's own at the
// top: node_modules may not be there yet.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";

const programs = [
  ...["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
  ...["microsoft-edge", "chrome.exe"],
];
const usualPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/snap/bin/chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * A Chromium or Chrome that runs: CHROME_PATH's, an installed one, or Playwright's own download.
 * Throws where CHROME_PATH names something else.
 * @returns {Promise<string | undefined>}
 */
export async function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (runs(named)) return named;
    throw new Error(`CHROME_PATH is ${named}, and that is no browser that runs here.`);
  }
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const onPath = programs.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...onPath, ...usualPlaces, await playwrightsOwn()].find(runs);
}

/**
 * As findChromium, but fetches a browser where there is none, and says so first.
 * @param {(line: string) => void} say
 */
export async function findOrFetchChromium(say) {
  const found = await findChromium();
  if (found) return found;
  say("No Chromium here: downloading Playwright's (npx playwright install chromium) …");
  attempt(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], 300);
  const downloaded = await findChromium();
  if (downloaded || !mayUseApt()) return downloaded;
  say("That did not work: installing Debian's (apt-get install chromium) …");
  attempt("apt-get", ["update", "-qq"], 120);
  attempt("apt-get", ["install", "-qq", "-y", "--no-install-recommends", "chromium"], 600);
  return findChromium();
}

async function playwrightsOwn() {
  try {
    const { chromium } = await import("playwright-core");
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

/** @param {string | undefined} file */
function runs(file) {
  if (!file || !existsSync(file)) return false;
  // Chrome on Windows opens a window instead of telling its version.
  if (process.platform === "win32") return true;
  // Some systems have a program of that name that only says where to get a browser.
  return spawnSync(file, ["--version"], { timeout: 30_000, stdio: "ignore" }).status === 0;
}

function mayUseApt() {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {number} seconds the longest it may take
 */
function attempt(program, args, seconds) {
  spawnSync(program, args, {
    timeout: seconds * 1000,
    stdio: ["ignore", "inherit", "ignore"],
    env: {
      ...process.env,
      DEBIAN_FRONTEND: "noninteractive",
      // Where the download's host cannot be reached, say so soon.
      PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000",
    },
  });
}
