import { leave } from "~/features/access/session-cookie.server";
import { closeSession } from "~/features/access/sessions.server";
import { forAnyone, sessionCookie } from "~/features/access/visit.server";
import { readCookie, redirect } from "~/platform/http.server";

export const loader = () => redirect("/");

export const action = forAnyone(async ({ db, request }) => {
  const token = readCookie(request, sessionCookie);
  if (token) await closeSession(db, token);
  return leave();
});
