import type { Check } from "./check";
import type { SourceFile } from "./project-tree";

/** Traces of unfinished work. Each: what is looked for, and what to do instead. */
const looseEnds: { pattern: RegExp; instead: string }[] = [
  { pattern: /\b(TODO|FIXME|XXX)\b/, instead: "finish it, or take it out" },
  {
    pattern: /@ts-(ignore|nocheck)\b/,
    instead: "mend the type, or @ts-expect-error with a reason",
  },
  { pattern: /\b(describe|it|test)\.(only|todo)\b/, instead: "a committed suite runs whole" },
  { pattern: /\b(describe|it|test)\.skip\(["'`]/, instead: "mend the test, or take it out" },
];

/** Files that speak about these words and may therefore hold them. */
const speaksOfThem = /^(scripts\/checks\/words\.ts|tests\/unit\/checks\/words\.test\.ts)$/;

export const words: Check = {
  name: "loose ends",
  run: (tree) => foundWords(tree.sources().filter(({ path }) => !speaksOfThem.test(path))),
};

/** Every line that holds one of the words, as `file:line word: advice`. */
export function foundWords(files: SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, index) =>
      looseEnds.flatMap(({ pattern, instead }) => {
        const word = pattern.exec(line)?.[0];
        return word ? [`${path}:${index + 1} ${word}: ${instead}`] : [];
      }),
    ),
  );
}
