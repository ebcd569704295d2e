import type { Language } from "~/i18n/language";
import { translator } from "~/i18n/server";
import type { AppError, AppErrorCode } from "~/platform/app-error";
import { requestId } from "~/platform/http.server";

const pages = {
  "not-found": "notFound",
  forbidden: "forbidden",
  "bad-request": "badRequest",
  "too-large": "tooLarge",
  conflict: "conflict",
  "wrong-media-type": "wrongMediaType",
  "too-many-attempts": "tooManyAttempts",
} as const satisfies Record<AppErrorCode, string>;

/**
 * The answer to what a person ran into, with its status. The app's pages show an error page of
 * their own for it; where a file was asked for, this small page is what the person sees.
 */
export function refusalOf(error: AppError, request: Request, language: Language): Response {
  const t = translator(language);
  const page = pages[error.code];
  // All of it is our own text but the id, which the web server made.
  const html = `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${t(`errors.page.${page}.title`)} · Kaskad</title><h1>${t(`errors.page.${page}.title`)}</h1><p>${t(`errors.page.${page}.text`)}</p><p><a href="/">${t("errors.toStart")}</a></p><p><small>${t("errors.requestId", { id: requestId(request) })}</small></p></html>`;
  return new Response(html, {
    status: error.status,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store" },
  });
}
