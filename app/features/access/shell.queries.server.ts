import type { Db } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { leadingRole, type Role, type Viewer } from "./viewer";

/** What the frame around every page shows of the person who is signed in. */
export type ShellView = {
  name: string;
  role: Role;
  roles: Role[];
  /** The unit a manager starts in, or an employee works in. */
  unit: { id: string; name: string } | null;
  hasPerson: boolean;
  isDemo: boolean;
};

export async function showShell(db: Db, viewer: Viewer): Promise<ShellView> {
  const unitId = viewer.managedUnitIds[0] ?? viewer.unitId;
  const [unit] = unitId
    ? await db.$queryRaw<{ id: string; name: string }[]>`
        select id, name from units() where id = ${unitId}::uuid`
    : [];
  return {
    name: viewer.name,
    role: leadingRole(viewer),
    roles: viewer.roles,
    unit: unit ?? null,
    hasPerson: viewer.personId !== null,
    isDemo: env().KASKAD_DEMO,
  };
}
