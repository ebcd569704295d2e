import type { Check } from "./check";

/** The top level is closed: these, and what .gitignore names. */
const topLevel = new Set([
  ...["app", "prisma", "public", "scripts", "tests"],
  ...["README.md", "package.json", "remix.config.js", "tsconfig.json"],
  // Beside the owner's list stand only files that tools look for in this place and no other.
  ...[".ci", ".gitignore", ".npmrc", "package-lock.json"],
]);

/** Words that say nothing about what lives in a file or folder. */
const emptyWords =
  /(^|[-./])(utils?|helpers?|misc|common|managers?|services?|shared|lib|v2)([-./]|$)/;

export const layout: Check = {
  name: "layout",
  run: (tree) => [...topLevelFaults(tree.topLevel), ...nameFaults(tree.files)],
};

/** What stands at the top level and should not. */
export function topLevelFaults(names: string[]): string[] {
  return names
    .filter((name) => !topLevel.has(name))
    .map((name) => `${name}: the top level is closed, put it below app, prisma, scripts or tests`);
}

/** Source files whose name is not kebab-case or says nothing. Routes follow the URL instead. */
export function nameFaults(files: string[]): string[] {
  return files
    .filter((file) => /^(app|scripts|tests)\/.*\.([cm]?[jt]sx?|css)$/.test(file))
    .flatMap((file) => {
      if (emptyWords.test(file))
        return [`${file}: a name that says nothing about what lives there`];
      if (file.startsWith("app/routes/") || isKebabCase(file)) return [];
      return [`${file}: file and folder names are kebab-case`];
    });
}

function isKebabCase(path: string): boolean {
  return path.split("/").every((part) => /^[a-z0-9]+([-.][a-z0-9]+)*$/.test(part));
}
