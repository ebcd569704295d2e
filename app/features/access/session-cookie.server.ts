import { env } from "~/platform/env.server";
import { makeCookie, redirect, safeReturnTo } from "~/platform/http.server";
import { languageCookie, sessionCookie } from "./visit.server";

/** Sends a browser that has just signed in on its way, with its session. */
export function enterWith(token: string, returnTo: string | null = null) {
  return redirect(safeReturnTo(returnTo), {
    status: 303,
    headers: { "set-cookie": cookie(sessionCookie, token, 30 * 24 * 60 * 60) },
  });
}

/** Forgets the session in the browser. */
export function leave() {
  return redirect("/sign-in", {
    status: 303,
    headers: { "set-cookie": cookie(sessionCookie, "", 0) },
  });
}

export function languageChosen(language: string): string {
  return cookie(languageCookie, language, 365 * 24 * 60 * 60);
}

function cookie(name: string, value: string, maxAge: number): string {
  return makeCookie(name, value, { maxAge, secure: env().KASKAD_HTTPS });
}
