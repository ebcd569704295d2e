import { isLanguage, type Language } from "~/i18n/language";
import type { Translate } from "~/i18n/translator";

/** What went wrong, named as the dictionary's `errors.page` names it. */
export type RefusalName =
  | "notFound"
  | "forbidden"
  | "badRequest"
  | "tooLarge"
  | "conflict"
  | "wrongMediaType"
  | "tooManyAttempts"
  | "unexpected";

type Refusal = { t: Translate; language: Language; name: RefusalName; requestId: string };

/** The small page that answers where a file was asked for. All of it is our own text and id. */
export function refusalPage({ t, language, name, requestId }: Refusal): string {
  const title = t(`errors.page.${name}.title`);
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Kaskad</title><h1>${title}</h1><p>${t(`errors.page.${name}.text`)}</p><p><a href="/">${t("errors.toStart")}</a></p><p><small data-request="${requestId}">${t("errors.requestId", { id: requestId })}</small></p></html>`;
}

/**
 * The id of the request that failed and the language of whoever made it, from its small page, which
 * is all that the app is told of it.
 */
export function failedRequest(page: unknown): { id?: string; language?: Language } {
  if (typeof page !== "string") return {};
  const language = /^<!doctype html><html lang="(\w+)">/.exec(page)?.[1];
  return {
    id: /<small data-request="([\w-]+)">/.exec(page)?.[1],
    language: isLanguage(language) ? language : undefined,
  };
}
