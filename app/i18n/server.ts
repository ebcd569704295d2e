import en from "./en";
import type { Language } from "./language";
import { loadedTranslator, registerMessages } from "./loaded";
import sv from "./sv";
import type { Translate } from "./translator";

registerMessages("sv", sv);
registerMessages("en", en);

/** The translator of a language where both dictionaries are at hand: on the server and in scripts. */
export function translator(language: Language): Translate {
  return loadedTranslator(language);
}
