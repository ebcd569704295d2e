import type { Viewer } from "~/features/access/viewer";
import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { findProject } from "../projects/projects.queries.server";

export type PartyRole = "owner" | "coordinator" | "partner";

/** What one organisation has put into a project with its own staff's hours. */
export type PartyHours = {
  /** Null for the project's own authority where no partner stands for it. */
  partnerId: string | null;
  name: string;
  role: PartyRole;
  minutes: number;
  amountOre: number;
};

/**
 * Own hours until the end of `asOf` by organisation, also those without any: the owner first,
 * then the coordinator, then partners by name. The hours of our own people are the owner's.
 */
export async function ownHoursByParty(
  db: Db,
  { projectId, asOf }: { projectId: string; asOf: IsoDate },
): Promise<PartyHours[]> {
  const rows = await db.$queryRaw<StoredParty[]>`
    with standing as (
      select id, name, role from partner
      where project_id = ${projectId}::uuid and withdrawn_at is null
    ), own_party as (
      select id from standing where role = 'owner' order by name limit 1
    ), party as (
      select id, name, role from standing
      union all
      select null, authority.name, 'owner'
      from project join authority on authority.id = project.authority_id
      where project.id = ${projectId}::uuid and not exists (select 1 from own_party)
    ), worked as (
      select coalesce(entry.partner_id, own_party.id) as party_id, sum(entry.minutes) as minutes,
        sum(entry.amount_ore) as amount_ore
      from entries_of(${projectId}::uuid) entry left join own_party on true
      where entry.kind = 'own-hours' and entry.day <= ${asOf}::date
      group by 1
    )
    select party.id as "partnerId", party.name, party.role::text as role,
      coalesce(worked.minutes, 0)::bigint as minutes,
      coalesce(worked.amount_ore, 0)::bigint as "amountOre"
    from party left join worked on worked.party_id is not distinct from party.id
    order by array_position(array['owner', 'coordinator', 'partner'], party.role::text), party.name`;
  return rows.map(({ minutes, amountOre, ...party }) => ({
    ...party,
    minutes: Number(minutes),
    amountOre: Number(amountOre),
  }));
}

type StoredParty = Omit<PartyHours, "minutes" | "amountOre"> & {
  minutes: bigint;
  amountOre: bigint;
};

export type OwnHoursRow = {
  id: string;
  workedOn: IsoDate;
  /** A person's or an organisation's name. */
  who: string;
  isPartner: boolean;
  minutes: number;
  /** Of an hour. */
  rateOre: number;
  amountOre: number;
  text: string;
};

const pageSize = 25;

/** The own hours of a project that count until today, latest first, a page at a time. */
export async function listOwnHours(
  db: Db,
  viewer: Viewer,
  { code, page, today }: { code: string; page: number; today: IsoDate },
) {
  const project = await findProject(db, viewer, { code });
  const counted = Prisma.sql`from entries_of(${project.id}::uuid) entry
    where entry.kind = 'own-hours' and entry.day <= ${today}::date`;
  const [rows, [sums]] = await Promise.all([
    db.$queryRaw<StoredHours[]>`
      with shown as (
        select entry.* ${counted}
        order by entry.day desc, entry.entry_id
        limit ${pageSize} offset ${(page - 1) * pageSize}
      )
      select shown.entry_id as id, to_char(shown.day, 'YYYY-MM-DD') as "workedOn",
        coalesce(partner.name, person.given_name || ' ' || person.family_name) as who,
        partner.id is not null as "isPartner", shown.minutes, booked.rate_ore as "rateOre",
        shown.amount_ore as "amountOre", booked.text
      from shown join own_hours booked on booked.id = shown.entry_id
      left join person on person.id = shown.person_id
      left join partner on partner.id = shown.partner_id
      order by shown.day desc, shown.entry_id`,
    db.$queryRaw<{ count: bigint; minutes: bigint; amountOre: bigint }[]>`
      select count(*) as count, coalesce(sum(entry.minutes), 0)::bigint as minutes,
        coalesce(sum(entry.amount_ore), 0)::bigint as "amountOre"
      ${counted}`,
  ]);
  return {
    project,
    rows: rows.map(({ rateOre, amountOre, ...row }): OwnHoursRow => ({
      ...row,
      rateOre: Number(rateOre),
      amountOre: Number(amountOre),
    })),
    minutes: Number(sums?.minutes ?? 0),
    amountOre: Number(sums?.amountOre ?? 0),
    page,
    pageCount: Math.max(1, Math.ceil(Number(sums?.count ?? 0) / pageSize)),
  };
}

type StoredHours = Omit<OwnHoursRow, "rateOre" | "amountOre"> & {
  rateOre: bigint;
  amountOre: bigint;
};
