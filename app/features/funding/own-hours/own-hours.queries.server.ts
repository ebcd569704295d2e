import type { Viewer } from "~/features/access/viewer";
import { Prisma } from "~/generated/prisma/client";
import { namesOf } from "~/features/organisation/names/names.queries.server";
import { nameWithNote } from "~/features/organisation/names/person-name";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { pageCountOf } from "~/platform/paging";
import type { IsoDate } from "~/terms/day";
import { underTheirNames } from "../budget/line-names.queries.server";
import { awaitingHours } from "./awaiting-hours.queries.server";
import { ourOwn, type OwnHoursFilter } from "./own-hours-href";
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
    ), party as (
      select id, name, role from standing
      union all
      select null, authority.name, 'owner'
      from project join authorities() authority on authority.id = project.authority_id
      where project.id = ${projectId}::uuid
        and not exists (select 1 from standing where role = 'owner')
    ), worked as (
      select party.party_id, sum(entry.minutes) as minutes, sum(entry.amount_ore) as amount_ore
      from entries_of(${projectId}::uuid) entry
      cross join lateral party_of(${projectId}::uuid, entry.partner_id) party
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
  /** At the rate of which day it is worth what it is. */
  workedOn: IsoDate;
  /** Null while they await an answer. */
  countsOn: IsoDate | null;
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

const allThatCount: OwnHoursFilter = { line: null, party: null, isAwaiting: false };

type OwnHoursAsked = { code: string; filter?: OwnHoursFilter; page: number; today: IsoDate };

/**
 * The own hours of a project, latest first, a page at a time: those that count until today, or
 * those that await an answer; of all its lines for them or of one, of all parties or of one. A line
 * or a party of another project is the same 404 as none.
 */
export async function listOwnHours(
  db: Db,
  viewer: Viewer,
  { code, filter = allThatCount, page, today }: OwnHoursAsked,
) {
  const project = await findProject(db, viewer, { code });
  const lines = await inKindLines(db, project.id);
  const parties = (await ownHoursByParty(db, { projectId: project.id, asOf: today })).map(
    ({ partnerId, name }) => ({ id: partnerId ?? ourOwn, name }),
  );
  if (filter.line !== null && !lines.some(({ id }) => id === filter.line)) return notFound();
  if (filter.party !== null && !parties.some(({ id }) => id === filter.party)) return notFound();
  const shown = hoursShown(project.id, { filter, today });
  const [rows, [sums], awaiting] = await Promise.all([
    db.$queryRaw<StoredHours[]>`
      with shown as (
        select worked.* ${shown}
        order by worked.counts_on desc nulls first, worked.worked_on desc, worked.entry_id
        limit ${pageSize} offset ${(page - 1) * pageSize}
      )
      select shown.entry_id as id, to_char(shown.worked_on, 'YYYY-MM-DD') as "workedOn",
        to_char(shown.counts_on, 'YYYY-MM-DD') as "countsOn", partner.name as partner,
        shown.person_id as "personId", shown.minutes, shown.rate_ore as "rateOre",
        shown.amount_ore as "amountOre", shown.text
      from shown
      left join partner on partner.id = shown.partner_id
      order by shown.counts_on desc nulls first, shown.worked_on desc, shown.entry_id`,
    db.$queryRaw<{ count: bigint; minutes: bigint; amountOre: bigint }[]>`
      select count(*) as count, coalesce(sum(worked.minutes), 0)::bigint as minutes,
        coalesce(sum(worked.amount_ore), 0)::bigint as "amountOre"
      ${shown}`,
    awaitingHours(db, { projectId: project.id, asOf: today }),
  ]);
  const names = await namesOf(
    db,
    rows.flatMap(({ personId }) => personId ?? []),
    today,
  );
  return {
    project,
    lines,
    parties,
    filter,
    rows: rows.map(({ partner, personId, rateOre, amountOre, ...row }): OwnHoursRow => ({
      ...row,
      who: partner ?? nameWithNote(names.get(personId ?? "")),
      isPartner: partner !== null,
      rateOre: Number(rateOre),
      amountOre: Number(amountOre),
    })),
    minutes: Number(sums?.minutes ?? 0),
    amountOre: Number(sums?.amountOre ?? 0),
    awaiting,
    page,
    pageCount: pageCountOf(Number(sums?.count ?? 0), pageSize),
  };
}

function hoursShown(
  projectId: string,
  { filter, today }: { filter: OwnHoursFilter; today: IsoDate },
): Prisma.Sql {
  const ofLine =
    filter.line === null ? Prisma.sql`true` : Prisma.sql`worked.line_id = ${filter.line}::uuid`;
  const party = filter.party === ourOwn ? null : filter.party;
  const ofParty =
    filter.party === null
      ? Prisma.sql`true`
      : Prisma.sql`(select party_id from party_of(${projectId}::uuid, worked.partner_id))
          is not distinct from ${party}::uuid`;
  const inState = filter.isAwaiting
    ? Prisma.sql`worked.entry_id in (
        select entry_id from awaiting_hours(${projectId}::uuid, ${today}::date))`
    : Prisma.sql`worked.counts_on <= ${today}::date`;
  return Prisma.sql`from own_hours_of(${projectId}::uuid) worked
    where ${ofLine} and ${ofParty} and ${inState}`;
}

/** The lines that take own hours, in the order of the budget. */
async function inKindLines(db: Db, projectId: string) {
  const lines = await db.$queryRaw<{ id: string; costCategory: string; name: string }[]>`
    select line_id as id, cost_category as "costCategory", name
    from lines_of(${projectId}::uuid) where financing = 'in_kind' order by place`;
  return underTheirNames(db, { lines, projectIds: [projectId] });
}

type StoredHours = Omit<OwnHoursRow, "who" | "isPartner" | "rateOre" | "amountOre"> & {
  partner: string | null;
  personId: string | null;
  rateOre: bigint;
  amountOre: bigint;
};
