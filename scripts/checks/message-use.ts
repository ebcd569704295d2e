import type { SourceFile } from "./project-tree";

/**
 * Beginnings of keys that are put together where the source does not show it. A template such as
 * `training.status.${status}` shows it and needs no line here.
 */
const dynamicPrefixes: string[] = [];

/**
 * Tells whether any of the files may ask for a message key: it stands there as a string, or a
 * template or a string that ends at a dot begins it. Errs on the side of "used".
 */
export function usedKeys(files: SourceFile[]): (key: string) => boolean {
  const strings = new Set<string>();
  const prefixes = new Set(dynamicPrefixes);
  for (const { text } of files) {
    for (const [, , string = ""] of text.matchAll(/(["'`])([A-Za-z][\w.]*)\1/g))
      strings.add(string);
    for (const string of strings) if (string.endsWith(".")) prefixes.add(string);
    for (const [, prefix = ""] of text.matchAll(/`([A-Za-z][\w.]*)\$\{/g)) {
      if (prefix.includes(".")) prefixes.add(prefix);
    }
  }
  return (key) => strings.has(key) || [...prefixes].some((prefix) => key.startsWith(prefix));
}
