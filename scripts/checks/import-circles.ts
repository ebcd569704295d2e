import { importsOf, resolve } from "./import-direction.ts";
import type { Check } from "./check.ts";
import type { SourceFile } from "./project-tree.ts";

/** Each file can be read without one that needs it: no imports in a circle, of types neither. */
export const importCircles: Check = {
  name: "import circles",
  run: (tree) => circlesAmong(tree.sources("app/")),
};

/** The circles of imports, each once, as the files that lead from the first back to it. */
export function circlesAmong(files: SourceFile[]): string[] {
  const sources = new Map(files.map((file) => [file.path, file]));
  const targetsOf = (file: SourceFile) =>
    importsOf(file).flatMap(({ specifier }) => {
      const target = resolve(file.path, specifier);
      return [`${target}.ts`, `${target}.tsx`].flatMap((path) => sources.get(path) ?? []);
    });
  const done = new Set<SourceFile>();
  const circles: string[] = [];
  const follow = (file: SourceFile, way: SourceFile[]) => {
    const start = way.indexOf(file);
    if (start >= 0) circles.push([...way.slice(start), file].map(({ path }) => path).join(" → "));
    if (start >= 0 || done.has(file)) return;
    for (const target of targetsOf(file)) follow(target, [...way, file]);
    done.add(file);
  };
  for (const file of files) follow(file, []);
  return circles;
}
