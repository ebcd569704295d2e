/** The languages of the interface; Swedish is the first and the fallback. */
export const languages = ["sv", "en"] as const;
export type Language = (typeof languages)[number];
export const defaultLanguage: Language = "sv";

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/**
 * The language of a person who has not chosen one: the first of the browser's
 * `Accept-Language` that we speak, by its q-value (RFC 9110, 12.5.4), else Swedish.
 */
export function preferredLanguage(acceptLanguage: string | null): Language {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const q = parameters.map((text) => /^\s*q=([\d.]+)/.exec(text)?.[1]).find(Boolean);
      return { language: tag.split("-")[0], weight: q === undefined ? 1 : Number(q) };
    })
    .filter((entry) => entry.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wanted) if (isLanguage(language)) return language;
  return defaultLanguage;
}
