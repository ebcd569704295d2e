import type { SieFile, SieObjectReference, SieRow } from "~/formats/sie/sie-file";
import { isCostAccount, projectDimension } from "~/formats/sie/summarise";

/** Where a row stands: on the object itself, or so near it that a person should say. */
export type ObjectPlace = "on" | "near" | "elsewhere";

/**
 * Tells where rows stand beside an object of dimension 6. `near` is a row without any project that
 * has the object's code on another dimension, or an object of a dimension below 6 that is the
 * project's: it comes with it on other rows, else its code begins with the project's, else it is
 * nobody's.
 */
export function placesBeside(file: SieFile, code: string): (row: SieRow) => ObjectPlace {
  const below = dimensionsBelow(file);
  const ownersOf = ownersBelow(file, below);
  return ({ objects }) => {
    const projects = projectsOf(objects);
    if (projects.includes(code)) return "on";
    if (projects.length > 0) return "elsewhere";
    const isNear = objects.some((object) =>
      below.has(object.dimension) ? ownersOf(object)(code) : object.code === code,
    );
    return isNear ? "near" : "elsewhere";
  };
}

/** `KiA (21)`: the objects of dimensions below 6 that cost rows without any project have. */
export function objectsBelow(file: SieFile): string[] {
  const below = dimensionsBelow(file);
  if (below.size === 0) return [];
  const found = new Set<string>();
  for (const { rows } of file.vouchers) {
    for (const { account, objects } of rows) {
      if (!isCostAccount(account) || projectsOf(objects).length > 0) continue;
      for (const { dimension, code } of objects) {
        if (below.has(dimension)) found.add(`${code} (${dimension})`);
      }
    }
  }
  return [...found].sort();
}

/** The codes of dimension 6 that a row names. */
export function projectsOf(objects: readonly SieObjectReference[]): string[] {
  return objects.filter(({ dimension }) => dimension === projectDimension).map(({ code }) => code);
}

function dimensionsBelow({ dimensions }: SieFile): Set<string> {
  const below = new Set<string>();
  for (let before = -1; below.size > before;) {
    before = below.size;
    for (const { number, parent } of dimensions) {
      if (parent === projectDimension || (parent !== null && below.has(parent))) below.add(number);
    }
  }
  below.delete(projectDimension);
  return below;
}

/** Whose an object of a dimension below is: a test of a project's code. */
function ownersBelow(
  { vouchers, objects: declared }: SieFile,
  below: ReadonlySet<string>,
): (object: SieObjectReference) => (code: string) => boolean {
  if (below.size === 0) return () => () => false;
  const together = new Map<string, Set<string>>();
  const projects = new Set(projectsOf(declared));
  for (const { objects } of vouchers.flatMap(({ rows }) => rows)) {
    const codes = projectsOf(objects);
    for (const code of codes) projects.add(code);
    for (const object of objects) {
      if (!below.has(object.dimension)) continue;
      const known = together.get(nameOf(object)) ?? new Set();
      for (const code of codes) known.add(code);
      together.set(nameOf(object), known);
    }
  }
  return (object) => {
    const owners = together.get(nameOf(object));
    if (owners && owners.size > 0) return (code) => owners.has(code);
    const prefixes = [...projects].filter((code) => object.code.startsWith(code));
    const owner = prefixes.sort((a, b) => b.length - a.length)[0];
    return (code) => owner === undefined || owner === code;
  };
}

function nameOf({ dimension, code }: SieObjectReference): string {
  return `${dimension} ${code}`;
}
