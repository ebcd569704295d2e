import { forAnyone } from "~/features/access/visit.server";
import { notFound } from "~/platform/app-error";

export const loader = forAnyone(async () => notFound());
export const action = forAnyone(async () => notFound());
