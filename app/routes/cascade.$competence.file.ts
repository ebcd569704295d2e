import { forViewers } from "~/features/access/visit.server";
import { askedGroup } from "~/features/cascade/groups/asked-group";
import { cascadeFile } from "~/features/cascade/spread/cascade-page.queries.server";
import { cascadeRoles } from "~/features/cascade/hand-overs/hand-overs.policy";

export const loader = forViewers(async ({ db, viewer, params, url, today }) => {
  const { name, input } = await cascadeFile(db, viewer, {
    code: params.competence ?? "",
    ...askedGroup(url.searchParams),
    today,
  });
  return new Response(`${JSON.stringify(input, null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-cache",
    },
  });
}, cascadeRoles);
