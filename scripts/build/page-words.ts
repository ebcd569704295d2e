import { existsSync, readFileSync } from "node:fs";
import path from "node:path/posix";
import { usedKeys } from "../checks/message-use";

/** Messages by their keys, in rooms. */
export type Words = { [key: string]: string | Words };

/**
 * The messages that a page may show: those that its route, the root, or anything that these import
 * may ask for, on the server too, which answers with keys. `route` is a file below `app`, and the
 * paths begin at the project's folder.
 */
export function wordsOfPage(route: string, messages: Words): Words {
  const files = filesOf([route, "app/root.tsx"]);
  return chosen(messages, { isUsed: usedKeys([...files].map(sourceOf)), prefix: "" });
}

function chosen(
  words: Words,
  { isUsed, prefix }: { isUsed: (key: string) => boolean; prefix: string },
): Words {
  const found: Words = {};
  for (const [name, word] of Object.entries(words)) {
    const key = prefix + name;
    if (typeof word === "string") {
      if (isUsed(key) || isUsed(key.replace(/_(one|other)$/, ""))) found[name] = word;
    } else {
      const inner = chosen(word, { isUsed, prefix: `${key}.` });
      if (Object.keys(inner).length > 0) found[name] = inner;
    }
  }
  return found;
}

/** These files and all that they import of the app, at any remove, but for the dictionaries. */
function filesOf(files: string[], found = new Set<string>()): Set<string> {
  for (const file of files) {
    if (found.has(file) || /^app\/(i18n\/(sv|en)|generated)\//.test(file)) continue;
    found.add(file);
    filesOf(sourceOf(file).imports, found);
  }
  return found;
}

type Source = { path: string; text: string; imports: string[] };

const sources = new Map<string, Source>();

function sourceOf(file: string): Source {
  const known = sources.get(file);
  if (known) return known;
  const text = readFileSync(file, "utf8");
  const imports = [...text.matchAll(/\b(?:from|import)\s*\(?\s*"([.~][^"]+)"/g)].flatMap(
    ([, specifier = ""]) => fileAt(file, specifier) ?? [],
  );
  const source = { path: file, text, imports };
  sources.set(file, source);
  return source;
}

function fileAt(from: string, specifier: string): string | undefined {
  const target = specifier.startsWith("~/")
    ? `app/${specifier.slice(2)}`
    : path.join(path.dirname(from), specifier);
  return ["", ".ts", ".tsx", "/index.ts"]
    .map((ending) => target + ending)
    .find((file) => /\.tsx?$/.test(file) && existsSync(file));
}
