import { setAccountDisabled } from "~/features/access/accounts.commands.server";
import { forViewers } from "~/features/access/visit.server";
import { redirect } from "~/platform/http.server";
import { idParam } from "~/platform/ids";

export const loader = () => redirect("/accounts");

export const action = forViewers(
  async ({ db, viewer, params }) => {
    await setAccountDisabled(db, viewer, { accountId: idParam(params.id), disabled: true });
    return redirect("/accounts", 303);
  },
  ["administrator"],
);
