import type { Db, Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import type { IsoDate } from "~/terms/day";
import type { TouchedFigures } from "../reported/agreed-change.server";
import { readSince } from "../reported/read-periods.queries.server";

type Party = { name: string; role: string };

type PartyChange = { projectId: string; id: string | null; before: Party | null; after: Party };

/**
 * What it touches that a partner becomes the owner of a project, or is it no more: our own people's
 * hours are the owner's, of all days; where no partner is it, the authority's. Throws a `FieldError`
 * at `role` where another partner is the owner: there is one.
 */
export async function touchedByOwner(
  tx: Transaction,
  change: PartyChange,
): Promise<TouchedFigures> {
  const { projectId, id, before, after } = change;
  const [owned, owns] = [before?.role === "owner", after.role === "owner"];
  if (owned === owns) return { touched: [], read: [] };
  const standing = { projectId, role: "owner", withdrawnAt: null } as const;
  const owner = await tx.partner.findFirst({ where: standing });
  if (owns && owner && owner.id !== id) {
    const values = { name: owner.name };
    throw new FieldError({ role: { key: "funding.errors.ownerTwice", values } });
  }
  const worked = await ownPeoplesHours(tx, projectId);
  if (worked === null) return { touched: [], read: [] };
  const project = { where: { id: projectId }, include: { authority: { select: { name: true } } } };
  const { authority } = await tx.project.findUniqueOrThrow(project);
  const names = {
    before: owned ? (before?.name ?? "") : authority.name,
    after: owns ? after.name : authority.name,
  };
  return {
    touched: [{ key: "funding.touched.owner", values: { ...names, ...worked } }],
    read: await readSince(tx, projectId, worked.from),
  };
}

type Worked = { count: number; from: IsoDate; to: IsoDate };

/** The own hours of a project that are no partner's, also those that await an answer. */
export async function ownPeoplesHours(db: Db, projectId: string): Promise<Worked | null> {
  const [row] = await db.$queryRaw<Worked[]>`
    select count(*)::int as count, to_char(min(worked_on), 'YYYY-MM-DD') as from,
      to_char(max(worked_on), 'YYYY-MM-DD') as to
    from own_hours_of(${projectId}::uuid) where partner_id is null
    having count(*) > 0`;
  return row ?? null;
}
