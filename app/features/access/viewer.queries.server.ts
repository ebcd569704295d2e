import { isLanguage } from "~/i18n/language";
import { todayInStockholm } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { Role, Viewer } from "./viewer";

/** The viewer behind an account, with the reach of every role; null when there is none. */
export async function loadViewer(
  db: Db,
  accountId: string,
  today: IsoDate = todayInStockholm(),
): Promise<Viewer | null> {
  const account = await db.account.findUnique({
    where: { id: accountId, disabledAt: null },
    include: { roleGrants: true },
  });
  if (!account) return null;
  const granted = (role: Role) => account.roleGrants.filter((grant) => grant.role === role);
  const managedUnitIds = await withUnitsBelow(db, idsOf(granted("manager"), "unitId"));
  const managedProjectIds = await projectsManaged(
    db,
    idsOf(granted("project_manager"), "projectId"),
    managedUnitIds,
  );
  const isInside = worksHere(account.roleGrants);
  const personId = isInside ? account.personId : null;
  const unitIds = personId ? await unitsOf(db, personId, today) : [];
  return {
    accountId,
    name: account.name,
    language: isLanguage(account.language) ? account.language : null,
    authorityId: isInside ? account.authorityId : null,
    personId,
    unitId: unitIds[0] ?? null,
    unitIds,
    roles: [...new Set(account.roleGrants.map(({ role }) => role))],
    managedUnitIds,
    managedProjectIds,
    fundedProjectIds: idsOf(granted("funder"), "projectId"),
    today,
  };
}

/** The one that the person is named with comes first. */
async function unitsOf(db: Db, personId: string, today: IsoDate): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select unit_id as id from home_of(${personId}::uuid, ${today}::date)
    union all
    select unit_id from staff_on(${today}::date) where person_id = ${personId}::uuid`;
  return [...new Set(rows.map(({ id }) => id))];
}

/** A funder looks in from outside: nothing of the authority is reached through it. */
function worksHere(grants: { role: Role }[]): boolean {
  return grants.some(({ role }) => role !== "funder");
}

function idsOf<K extends "unitId" | "projectId">(
  grants: Record<K, string | null>[],
  key: K,
): string[] {
  return grants.map((grant) => grant[key]).filter((id) => id !== null);
}

async function withUnitsBelow(db: Db, unitIds: string[]): Promise<string[]> {
  if (unitIds.length === 0) return [];
  const rows = await db.$queryRaw<{ id: string }[]>`
    select unit_id as id from units_within(${unitIds}::uuid[])`;
  return rows.map((row) => row.id);
}

async function projectsManaged(db: Db, own: string[], unitIds: string[]): Promise<string[]> {
  if (unitIds.length === 0) return own;
  const ofUnits = await db.$queryRaw<{ id: string }[]>`
    select id from projects() where unit_id = any(${unitIds}::uuid[])`;
  return [...new Set([...own, ...ofUnits.map((project) => project.id)])];
}
