import type { Language } from "./language";
import type { Messages } from "./sv";

/** Every key of the Swedish dictionary, written with dots: `training.log.title`. */
export type MessageKey = PathsOf<Messages>;
export type MessageValues = Record<string, string | number>;
/**
 * Gives the text of a key in one language. `values.count` chooses the plural form
 * (`key_one`, `key_other`) by CLDR's rules; other values fill `{{name}}` in the text.
 */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** The language that words are made in: the page's, or that of a file's reader. */
export type Speech = { language: Language; t: Translate };

type PathsOf<T> = {
  [K in keyof T & string]: T[K] extends string
    ? K extends `${infer Stem}_${"one" | "other"}`
      ? Stem
      : K
    : `${K}.${PathsOf<T[K]>}`;
}[keyof T & string];

/** Messages by their keys, some of them in rooms of their own. */
export type MessageTree = { [key: string]: string | MessageTree };

/** A translator over one language's messages. An unknown key throws: a page never shows a key. */
export function makeTranslate(language: Language, messages: MessageTree): Translate {
  const plurals = new Intl.PluralRules(language);
  const found = new Map<string, string>();
  const textOf = (key: string, plural: string) => {
    const name = `${key}_${plural}`;
    const known = found.get(name);
    if (known !== undefined) return known;
    const text = messageAt(messages, name) ?? messageAt(messages, key);
    if (text === undefined) throw new Error(`No message for the key ${key}`);
    found.set(name, text);
    return text;
  };
  return (key, values = {}) => {
    const { count } = values;
    const text = textOf(key, count === undefined ? "other" : plurals.select(Number(count)));
    // What has no value stays as it is written, for somebody to notice.
    return text.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (written, name: string) =>
      Object.hasOwn(values, name) ? String(values[name]) : written,
    );
  };
}

function messageAt(messages: MessageTree, key: string): string | undefined {
  let found: string | MessageTree | undefined = messages;
  for (const part of key.split(".")) {
    if (typeof found !== "object" || !Object.hasOwn(found, part)) return undefined;
    found = found[part];
  }
  return typeof found === "string" ? found : undefined;
}
