import { type Language } from "./language";
import { makeTranslate, type MessageTree, type Translate } from "./translator";

// The server knows both languages, a browser only the one of its page, and of that the words of the
// pages that it has been to: each registers what it has before a page is rendered, so that the page
// itself need import no dictionary.
const translators = new Map<Language, Translate>();
const known = new Map<Language, MessageTree>();

/** Adds messages to those of a language that are known already. */
export function registerMessages(language: Language, messages: MessageTree): void {
  const all = joined(known.get(language) ?? {}, messages);
  known.set(language, all);
  translators.set(language, makeTranslate(language, all));
}

function joined(some: MessageTree, others: MessageTree): MessageTree {
  const all = { ...some };
  for (const [key, other] of Object.entries(others)) {
    const one = all[key];
    all[key] = typeof one === "object" && typeof other === "object" ? joined(one, other) : other;
  }
  return all;
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
