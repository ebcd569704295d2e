import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { usedKeys } from "./message-use";
import type { Check } from "./check";

/** A dictionary's texts by their dotted keys. */
export type FlatMessages = Map<string, string>;

export const messages: Check = {
  name: "messages",
  async run(tree) {
    const sv = await dictionary(tree.root, "sv");
    const en = await dictionary(tree.root, "en");
    const sources = tree
      .sources()
      .filter(({ path }) => /^(app(?!\/i18n\/(sv|en)\/)|scripts)\//.test(path));
    return [...dictionaryFaults({ sv, en }), ...unusedFaults(sv, usedKeys(sources))];
  },
};

async function dictionary(root: string, language: string): Promise<FlatMessages> {
  const file = pathToFileURL(join(root, "app/i18n", language, "index.ts"));
  // The import of a computed path is untyped; flatten() looks at every value itself.
  const module = (await import(file.href)) as { default: unknown };
  return new Map(flatten(module.default, ""));
}

function flatten(value: unknown, key: string): [string, string][] {
  if (typeof value === "string") return [[key, value]];
  if (typeof value !== "object" || value === null) throw new Error(`${key} is not a text`);
  return Object.entries(value).flatMap(([name, inner]) =>
    flatten(inner, key ? `${key}.${name}` : name),
  );
}

/**
 * Where the two languages differ in keys or placeholders, are empty, lack a plural form, or have a
 * text of its own beside the plural forms of its key, which would never be said.
 */
export function dictionaryFaults({ sv, en }: { sv: FlatMessages; en: FlatMessages }): string[] {
  return [
    ...[...sv.keys()].filter((key) => !en.has(key)).map((key) => `${key}: missing in English`),
    ...[...en.keys()].filter((key) => !sv.has(key)).map((key) => `${key}: missing in Swedish`),
    ...[...sv, ...en].filter(([, text]) => text.trim() === "").map(([key]) => `${key}: empty`),
    ...[...sv.keys()].flatMap((key) => pluralFault(sv, key)),
    ...[...sv].flatMap(([key, text]) => placeholderFault({ key, sv: text, en: en.get(key) })),
  ];
}

function pluralFault(texts: FlatMessages, key: string): string[] {
  const [, stem, form] = /^(.*)_(one|other)$/.exec(key) ?? [];
  const missing = form === "one" ? "other" : "one";
  if (stem && form === "one" && texts.has(stem))
    return [`${key}: ${stem} has a text of its own, too`];
  if (!stem || texts.has(`${stem}_${missing}`)) return [];
  return [`${key}: its plural form ${stem}_${missing} is missing`];
}

function placeholderFault(text: { key: string; sv: string; en: string | undefined }): string[] {
  if (text.en === undefined) return [];
  // "One day" may leave the number out where the other language says "1 dag".
  const free = text.key.endsWith("_one") ? "count" : undefined;
  const [sv, en] = [text.sv, text.en].map((words) =>
    [...new Set([...words.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]))]
      .filter((name) => name !== free)
      .sort()
      .join(", "),
  );
  return sv === en ? [] : [`${text.key}: Swedish fills {{${sv}}}, English {{${en}}}`];
}

/** The keys that no source seems to ask for. */
export function unusedFaults(texts: FlatMessages, isUsed: (key: string) => boolean): string[] {
  const referred = [...texts.values()].flatMap((text) =>
    [...text.matchAll(/\$t\(([\w.]+)/g)].map((match) => match[1]),
  );
  return [...new Set([...texts.keys()].map((key) => key.replace(/_(one|other)$/, "")))]
    .filter((key) => !referred.includes(key) && !isUsed(key))
    .map((key) => `${key}: no source asks for it`);
}
