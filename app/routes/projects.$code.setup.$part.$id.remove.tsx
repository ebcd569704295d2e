import { formAction, forViewers } from "~/features/access/visit.server";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import { removePart } from "~/features/funding/set-up/remove-part.commands.server";
import { isSetUpPart, setUpHref } from "~/features/funding/rules/set-up-parts";
import { confirmForm, rateHref } from "~/features/funding/set-up/set-up.schema";
import { lineHeldElsewhere } from "~/overviews/project/line-held-elsewhere.server";
import { notFound } from "~/platform/app-error";
import { redirect } from "~/platform/http.server";
import { idParam } from "~/platform/ids";

export const loader = forViewers(
  async ({ params }) => redirect(setUpHref(params.code ?? "")),
  projectRoles,
);

export const action = formAction(
  confirmForm,
  async ({ db, viewer, params }, input) => {
    const code = params.code ?? "";
    const part = isSetUpPart(params.part) ? params.part : notFound();
    const id = idParam(params.id);
    const removed = await removePart(db, viewer, { ...input, code, part, id }, lineHeldElsewhere);
    return removed === null ? rateHref({ code, id }, null) : setUpHref(code, part);
  },
  { allowed: projectRoles },
);

/** Never shown: with a page of its own, what can't be removed is told on an error page. */
export default function Remove() {
  return null;
}
