import { forAnyone } from "~/features/access/visit.server";
import { notFound } from "~/platform/app-error";

export const loader = forAnyone(async () => notFound());
export const action = forAnyone(async () => notFound());

/** Never shown: with a page of its own, an address that leads nowhere is told on an error page. */
export default function Missing() {
  return null;
}
