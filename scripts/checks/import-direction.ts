import path from "node:path/posix";
import ts from "typescript";
import { directionFault, isHomeless, roomOf } from "./import-rooms.ts";
import type { Check } from "./check.ts";
import type { SourceFile } from "./project-tree.ts";

/**
 * Imports run one way: routes, scripts → overviews → features → platform, and features never
 * climb.
 */
export const importDirection: Check = {
  name: "import direction",
  run: (tree) => offendingImports(tree.sources()),
};

/**
 * Every import (static, `import type`, dynamic) that breaks a rule, as `file:line imports …: rule`.
 * Pure: takes the files as data and looks at nothing else.
 */
export function offendingImports(files: SourceFile[]): string[] {
  const known = new Set(files.map((file) => file.path));
  return files.flatMap((file) =>
    isHomeless(file.path)
      ? [`${file.path}: below app this folder is no room, see import-rooms.ts`]
      : [
          ...schemasInBrowser(file),
          ...importsOf(file).flatMap(({ specifier, line }) => {
            const fault = importFault(file.path, specifier, known);
            return fault ? [`${file.path}:${line} imports ${specifier}: ${fault}`] : [];
          }),
        ],
  );
}

/** A part of a page that reads a schema takes zod, a quarter of all else, to the browser. */
function schemasInBrowser({ path: file, text }: SourceFile): string[] {
  if (!/^app\/(features|overviews|tables|ui)\/.*\.tsx$/.test(file)) return [];
  return [...text.matchAll(/^import (?!type\b)[^;]*? from "([^"]+\.schema)";/gm)].map(
    ([, specifier]) =>
      `${file} imports ${specifier}: a part of a page takes types of a schema, and the rest elsewhere`,
  );
}

/** What a file imports, types too. */
export function importsOf({ text }: SourceFile): { specifier: string; line: number }[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName, pos }) => ({
    specifier: fileName,
    line: text.slice(0, pos).split("\n").length,
  }));
}

function importFault(
  file: string,
  specifier: string,
  known: ReadonlySet<string>,
): string | undefined {
  const from = roomOf(file);
  if (!from || from === "generated") return undefined;
  const target = resolve(file, specifier);
  if (!target) return packageFault(file, specifier);
  const to = roomOf(target);
  if (!to) return target.startsWith("tests/") ? "nothing imports a test" : undefined;
  return directionFault(from, to) ?? fileFault(file, target) ?? ruleFault(file, target, known);
}

/** The imported path from the project's root, as it is written; undefined for a package. */
export function resolve(file: string, specifier: string): string | undefined {
  if (specifier.startsWith("~/")) return `app/${specifier.slice(2)}`;
  if (specifier.startsWith(".")) return path.join(path.dirname(file), specifier);
  return undefined;
}

/** Finer than rooms: what kind of file may import what. */
function fileFault(file: string, target: string): string | undefined {
  const [from, to] = [roomOf(file) ?? "", roomOf(target)];
  if (/^(features\/|overviews$)/.test(from) && to === "generated" && !file.includes(".server.")) {
    return "of a feature only its *.server.ts files know the Prisma client";
  }
  if (from === "routes" && /^app\/platform\/db[./]/.test(`${target}.`)) {
    return "a route asks a query or a command, never the database";
  }
  return undefined;
}

const pureOnly = "a rule is pure: it imports terms and other rules alone";

/** A rule's own imports; `known` tells a page's part from a rule, which the specifier doesn't. */
function ruleFault(file: string, target: string, known: ReadonlySet<string>): string | undefined {
  if (!isRule(file) || roomOf(target) === "terms") return undefined;
  return isRule(`${target}.ts`) && !known.has(`${target}.tsx`) ? undefined : pureOnly;
}

/**
 * A pure rule's file: neither page, nor form, nor policy, nor touching the world. `access` holds
 * no rules of the field.
 */
function isRule(file: string): boolean {
  return (
    /^app\/(features\/(?!access\/)|overviews\/)/.test(file) &&
    !/(\.server|\.schema|\.policy)\.ts$|\.tsx$|\.css/.test(file)
  );
}

/** Where Remix may be known, so that moving to React Router stays a change of a few imports. */
const remixDoors = [
  /^app\/routes\//,
  /^app\/(root|routes|entry\.\w+)\.tsx?$/,
  /^app\/platform\/(http|web-server)\b/,
  /^app\/ui\/navigation\.tsx?$/,
];

function packageFault(file: string, specifier: string): string | undefined {
  if (roomOf(file) === "terms") return "terms imports nothing";
  // A hash is a function like any other.
  if (isRule(file) && specifier !== "node:crypto") return pureOnly;
  if (specifier.startsWith("@remix-run/") && !remixDoors.some((door) => door.test(file))) {
    return "Remix is known only to routes, root, entry, routes.ts, platform's http and ui/navigation";
  }
  if (
    /^(@prisma\/|pg$|prisma$)/.test(specifier) &&
    !/^app\/platform\/|^scripts\/|^prisma\//.test(file)
  ) {
    return "only platform, scripts and prisma/ import the database's packages";
  }
  return undefined;
}
