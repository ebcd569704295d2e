import { demoSignInForm } from "~/features/access/accounts.schema";
import { enterWith } from "~/features/access/session-cookie.server";
import { signInToDemo } from "~/features/access/sign-in.commands.server";
import { forAnyone } from "~/features/access/visit.server";
import { AppError } from "~/platform/app-error";
import { parseForm } from "~/platform/form";
import { readForm, redirect } from "~/platform/http.server";

export const loader = () => redirect("/sign-in");

export const action = forAnyone(async ({ db, request }) => {
  const form = parseForm(demoSignInForm, await readForm(request));
  if (!form.ok) throw new AppError("bad-request");
  return enterWith(await signInToDemo(db, form.value.role), form.value.returnTo);
});
