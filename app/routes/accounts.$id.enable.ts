import { setAccountDisabled } from "~/features/access/accounts.commands.server";
import { forViewers } from "~/features/access/visit.server";
import { redirect } from "~/platform/http.server";

export const loader = () => redirect("/accounts");

export const action = forViewers(
  async ({ db, viewer, params }) => {
    await setAccountDisabled(db, viewer, { accountId: params.id ?? "", disabled: false });
    return redirect("/accounts", 303);
  },
  ["administrator"],
);
