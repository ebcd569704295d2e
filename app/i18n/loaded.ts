import { type Language } from "./language";
import { makeTranslate, type Translate } from "./translator";
import type { Messages } from "./sv";

// The server knows both languages, a browser only the one of its page: each entry registers what
// it has before the first page is rendered, so that the page itself need import no dictionary.
const translators = new Map<Language, Translate>();

export function registerMessages(language: Language, messages: Messages): void {
  translators.set(language, makeTranslate(language, messages));
}

/** The wanted language where its messages are at hand; in a browser, else the one that it has. */
export function shownLanguage(wanted: Language): Language {
  const [first = wanted] = translators.keys();
  return translators.has(wanted) ? wanted : first;
}

/** The translator of a language that has been registered. */
export function loadedTranslator(language: Language): Translate {
  const translate = translators.get(language);
  if (!translate) throw new Error(`The messages of ${language} have not been loaded`);
  return translate;
}
