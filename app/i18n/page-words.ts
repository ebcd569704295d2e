import type { Language } from "./language";
import { registerMessages } from "./loaded";

/**
 * Fetches, in a browser, the words of a page by the id of its route; see scripts/build. While the
 * sources are being edited it is the whole dictionary.
 */
export async function loadWords(language: Language, routeId: string): Promise<void> {
  const { default: words } = import.meta.env.DEV
    ? await (language === "en" ? import("./en") : import("./sv"))
    : await fileOfWords(language, routeId);
  registerMessages(language, words);
}

/** The language of the page that the browser has. */
export function pageLanguage(): Language {
  return document.documentElement.lang === "en" ? "en" : "sv";
}

async function fileOfWords(language: Language, routeId: string) {
  const name = routeId.replace(/^routes\//, "");
  const version = String(import.meta.env.WORDS_VERSION);
  const address = `/assets/words/${language}/${name}.${version}.js`;
  // What the build has written there.
  return (await import(/* @vite-ignore */ address)) as {
    default: Parameters<typeof registerMessages>[1];
  };
}
