import { forViewers } from "~/features/access/visit.server";
import { importRoles } from "~/features/exchange/uploads/imports.policy";
import { cancelImport } from "~/features/exchange/uploads/uploads.commands.server";
import { redirect } from "~/platform/http.server";
import { idParam } from "~/platform/ids";

export const loader = () => redirect("/import");

export const action = forViewers(async ({ db, viewer, params }) => {
  await cancelImport(db, viewer, idParam(params.id));
  return redirect("/import", 303);
}, importRoles);
