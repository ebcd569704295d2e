import type { Db } from "~/platform/db.server";
import { toIsoDate, type IsoDate } from "~/terms/day";
import type { Grant } from "../rules/grant";
import { grantTitles } from "../rules/grant-titles";

export type GrantView = Grant & { id: string };

/** The grants of a project, in the order in which they were applied for. */
export async function grantsOf(db: Db, projectId: string): Promise<GrantView[]> {
  const rows = await db.grant.findMany({
    where: { projectId, withdrawnAt: null },
    include: { funder: true },
    orderBy: [{ appliedOn: "asc" }, { id: "asc" }],
  });
  const named = rows.map(({ funder, ...row }) => ({ ...row, funder: funder.name }));
  const titles = grantTitles(named);
  return named.map((grant) => ({
    id: grant.id,
    title: titles.get(grant.id) ?? grant.funder,
    funder: grant.funder,
    programme: grant.programme,
    funderRef: grant.funderRef,
    ownRef: grant.ownRef,
    appliedOn: dayOrNull(grant.appliedOn),
    appliedOre: oreOrNull(grant.appliedOre),
    grantedOn: dayOrNull(grant.grantedOn),
    grantedOre: oreOrNull(grant.grantedOre),
    closedOn: dayOrNull(grant.closedOn),
    conditions: grant.conditions,
  }));
}

function dayOrNull(date: Date | null): IsoDate | null {
  return date && toIsoDate(date);
}

function oreOrNull(amountOre: bigint | null): number | null {
  return amountOre === null ? null : Number(amountOre);
}
