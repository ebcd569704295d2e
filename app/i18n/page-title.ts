import { isLanguage } from "./language";
import { loadedTranslator, shownLanguage } from "./loaded";
import type { Translate } from "./translator";

type MetaArgs = { data: unknown; matches: readonly { id: string; data: unknown }[] };
type LoaderData<Loader> = Loader extends (...args: never[]) => Promise<infer Data> ? Data : never;

/**
 * A route's `meta`: the title in the page's language, with the program's name behind it.
 * `export const meta = pageTitle<typeof loader>((t, data) => data.name)`
 */
export function pageTitle<Loader>(title: (t: Translate, data: LoaderData<Loader>) => string) {
  return ({ data, matches }: MetaArgs) => {
    const language = rootLanguage(matches);
    if (!language || data === undefined || data === null) return [{ title: "Kaskad" }];
    const t = loadedTranslator(shownLanguage(language));
    // The router types `data` by the route it belongs to; `Loader` is that route's loader.
    return [{ title: `${title(t, data as LoaderData<Loader>)} · Kaskad` }];
  };
}

function rootLanguage(matches: MetaArgs["matches"]) {
  const data = matches.find((match) => match.id === "root")?.data;
  if (typeof data !== "object" || data === null || !("language" in data)) return null;
  return isLanguage(data.language) ? data.language : null;
}
