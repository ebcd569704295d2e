import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/**
 * A hash over the names and contents of files and folders: equal while nothing in them changes,
 * whatever a checkout does to their times.
 * @param {string} root
 * @param {string[]} paths relative to the root; missing ones count as missing
 * @param {string[]} [except] folders to leave out, relative to the root
 */
export function fingerprint(root, paths, except = []) {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of filesAt(join(root, path))) {
      const name = relative(root, file).split(sep).join("/");
      if (except.some((folder) => name.startsWith(`${folder}/`))) continue;
      const content = readFileSync(file);
      hash.update(`${name}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest("hex");
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesAt(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const child = join(path, entry.name);
      return entry.isDirectory() ? filesAt(child) : entry.isFile() ? [child] : [];
    });
}
