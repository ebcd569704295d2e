import { forViewers } from "~/features/access/visit.server";
import { findPeople } from "~/features/cascade/entering/find-people.queries.server";
import { cascadeRoles } from "~/features/cascade/hand-overs/hand-overs.policy";

export const loader = forViewers(async ({ db, viewer, url, today }) => {
  const query = url.searchParams.get("q") ?? "";
  return Response.json({ people: await findPeople(db, viewer, { query, today }) });
}, cascadeRoles);
