import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root, runNode } from "./child-program.mjs";
import { StartError } from "./start-error.mjs";

/**
 * Runs `npm ci` unless node_modules already holds what package-lock.json asks for.
 * @param {AbortSignal} signal
 */
export async function installPackages(signal) {
  if (hasLockedPackages(root)) return;
  console.log("Installing the packages (npm ci) …");
  const npm = findNpm();
  if (!npm)
    throw new StartError("npm was not found: run `npm ci` in this folder, then start again.");
  const { ok } = await runNode([npm, "ci"], { signal, show: true });
  if (!ok)
    throw new StartError(
      "The packages could not be installed; npm says why above. Once that is mended, start again.",
    );
}

/**
 * npm keeps its own record of what it has installed beside the packages, written last. Packages
 * for other platforms, and those that an install may leave out, are missing there with good reason.
 * @param {string} folder the project's folder
 */
export function hasLockedPackages(folder) {
  const record = join(folder, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const installed = readPackages(record);
  const locked = Object.entries(readPackages(join(folder, "package-lock.json")));
  return locked.every(([path, entry]) => {
    const present = installed[path];
    if (!present) return path === "" || entry.optional || entry.dev || entry.devOptional;
    return present.version === entry.version && present.integrity === entry.integrity;
  });
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, dev?: boolean,
 *   devOptional?: boolean }} LockEntry
 */

/**
 * @param {string} file
 * @returns {Record<string, LockEntry>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
}

// The npm that runs this program, else the one that came with this Node.
function findNpm() {
  const running = process.env.npm_execpath;
  if (running?.endsWith("npm-cli.js") && existsSync(running)) return running;
  const bin = dirname(process.execPath);
  const places = ["../lib/node_modules", "../share/nodejs", "../share", "node_modules"];
  return places.map((place) => join(bin, place, "npm/bin/npm-cli.js")).find(existsSync);
}
