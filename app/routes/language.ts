import { languageForm } from "~/features/access/accounts.schema";
import { chooseLanguage } from "~/features/access/language.commands.server";
import { languageChosen } from "~/features/access/session-cookie.server";
import { forAnyone } from "~/features/access/visit.server";
import { AppError } from "~/platform/app-error";
import { parseForm } from "~/platform/form";
import { readForm, redirect, safeReturnTo } from "~/platform/http.server";

export const loader = () => redirect("/");

export const action = forAnyone(async ({ db, viewer, request }) => {
  const form = parseForm(languageForm, await readForm(request));
  if (!form.ok) throw new AppError("bad-request");
  if (viewer) await chooseLanguage(db, viewer, form.value.language);
  return redirect(safeReturnTo(form.value.returnTo ?? null), {
    status: 303,
    headers: { "set-cookie": languageChosen(form.value.language) },
  });
});
