import i18next, { type i18n } from "i18next";
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

/** A translator over one language's messages. An unknown key throws: a page never shows a key. */
export function makeTranslate(language: Language, messages: Messages): Translate {
  const instance: i18n = i18next.createInstance();
  void instance.init({
    lng: language,
    initAsync: false,
    resources: { [language]: { translation: messages } },
    interpolation: { escapeValue: false },
    returnNull: false,
    showSupportNotice: false,
  });
  return (key, values) => {
    if (!instance.exists(key, values)) throw new Error(`No message for the key ${key}`);
    return instance.t(key, values ?? {});
  };
}
