import type { Language } from "~/i18n/language";
import { translator } from "~/i18n/server";
import { AppError, type AppErrorCode } from "~/platform/app-error";
import { requestId } from "~/platform/http.server";
import { logFailure } from "~/platform/log.server";
import { refusalPage, type RefusalName } from "./refusal-page";

const names = {
  "not-found": "notFound",
  forbidden: "forbidden",
  "bad-request": "badRequest",
  "too-large": "tooLarge",
  conflict: "conflict",
  "wrong-media-type": "wrongMediaType",
  "too-many-attempts": "tooManyAttempts",
} as const satisfies Record<AppErrorCode, RefusalName>;

/**
 * The answer to what went wrong in a loader or action, with its status. What nobody expected is
 * written down, and answered with 500. The app's pages show an error page of their own for it;
 * where a file was asked for, the small page is what the person sees.
 */
export function refusalOf(error: unknown, request: Request, language: Language): Response {
  const expected = error instanceof AppError;
  if (!expected) logFailure(error, request);
  const page = refusalPage({
    t: translator(language),
    language,
    name: expected ? names[error.code] : "unexpected",
    requestId: requestId(request),
  });
  return new Response(page, {
    status: expected ? error.status : 500,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store" },
  });
}
