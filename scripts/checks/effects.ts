import path from "node:path/posix";
import { z } from "zod";
import type { Check } from "./check";
import type { SourceFile } from "./project-tree";

/**
 * A file that is imported for what it does when it is loaded stands in `sideEffects` of
 * package.json: the build leaves out every other file of which nothing is used.
 */
export const effects: Check = {
  name: "files with effects",
  run: (tree) => {
    const { sideEffects } = packageFile.parse(JSON.parse(tree.read("package.json")));
    return lostEffects(tree.sources(), sideEffects);
  },
};

const packageFile = z.object({ sideEffects: z.array(z.string()) });

/** Imports without a name whose file isn't in the list, as `file imports …`. */
export function lostEffects(files: SourceFile[], kept: string[]): string[] {
  const known = new Set(kept.map((file) => file.replace(/^\.\//, "")));
  return files.flatMap(({ path: file, text }) =>
    [...text.matchAll(/^import "([~.][^"]*)";/gm)]
      .map(([, specifier = ""]) => specifier)
      .filter((specifier) => !specifier.endsWith(".css"))
      .filter((specifier) => !known.has(`${targetOf(file, specifier)}.ts`))
      .map((specifier) => `${file} imports ${specifier}: name it in sideEffects of package.json`),
  );
}

function targetOf(file: string, specifier: string): string {
  return specifier.startsWith("~/")
    ? `app/${specifier.slice(2)}`
    : path.join(path.dirname(file), specifier);
}
