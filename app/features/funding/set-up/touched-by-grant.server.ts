import type { Transaction } from "~/platform/db.server";
import type { Touched } from "~/platform/question";
import type { IsoDate } from "~/terms/day";
import type { TouchedFigures } from "../reported/agreed-change.server";
import { readSince } from "../reported/read-periods.queries.server";

/** What of a grant its use is measured against, and until when it pays. */
export type GrantTerms = {
  grantedOn: IsoDate | null;
  grantedOre: number | null;
  closedOn: IsoDate | null;
};

type GrantChange = { projectId: string; id: string; before: GrantTerms; after: GrantTerms };

/**
 * What it touches that a grant gave something else, or from another day: what is booked on its
 * lines and what a funder has read since; and that it is closed before what is booked on them.
 */
export async function touchedByGrant(
  tx: Transaction,
  { projectId, id, before, after }: GrantChange,
): Promise<TouchedFigures> {
  const granted = await touchedByAmount(tx, { projectId, id, before, after });
  const closed = await bookedAfter(tx, { projectId, id, before, after });
  return { touched: [...granted.touched, ...closed], read: granted.read };
}

/** A new one is in what a funder has read since it was applied for or granted; without a day in all. */
export async function touchedByNewGrant(
  tx: Transaction,
  projectId: string,
  {
    funder,
    appliedOn,
    grantedOn,
  }: { funder: string } & Record<"appliedOn" | "grantedOn", IsoDate | null>,
): Promise<TouchedFigures> {
  const [first = ""] = [appliedOn, grantedOn].filter((day) => day !== null).sort();
  const read = await readSince(tx, projectId, first);
  if (read.length === 0) return { touched: [], read };
  return { touched: [{ key: "funding.touched.newGrant", values: { funder } }], read };
}

async function touchedByAmount(
  tx: Transaction,
  { projectId, id, before, after }: GrantChange,
): Promise<TouchedFigures> {
  const isSame = before.grantedOn === after.grantedOn && before.grantedOre === after.grantedOre;
  if (isSame) return { touched: [], read: [] };
  const since = [before, after].flatMap(({ grantedOn, grantedOre }) =>
    grantedOre === null ? [] : [grantedOn ?? ""],
  );
  const read = await readSince(tx, projectId, since.sort()[0] ?? null);
  const booked = before.grantedOre === null ? null : await bookedOn(tx, { projectId, id });
  if (booked === null && read.length === 0) return { touched: [], read };
  const values = {
    ...{ before: kronorOf(before), after: kronorOf(after) },
    ...{ beforeOn: before.grantedOn ?? "–", afterOn: after.grantedOn ?? "–" },
  };
  const holds = booked ? [{ key: "funding.touched.lineHolds", values: booked }] : [];
  return { touched: [{ key: "funding.touched.granted", values }, ...holds], read };
}

function kronorOf({ grantedOre }: GrantTerms): string | number {
  return grantedOre === null ? "–" : grantedOre / 100;
}

async function bookedAfter(
  tx: Transaction,
  { projectId, id, before, after }: GrantChange,
): Promise<Touched[]> {
  const { closedOn } = after;
  const isEarlier = closedOn !== null && (before.closedOn === null || closedOn < before.closedOn);
  if (!isEarlier) return [];
  const booked = await bookedOn(tx, { projectId, id, after: closedOn });
  if (booked === null) return [];
  return [{ key: "funding.touched.closed", values: { ...booked, date: closedOn } }];
}

type Booked = { count: number; from: IsoDate; to: IsoDate };

/** What is booked on a grant's lines, after a day where one is given; null where nothing is. */
async function bookedOn(
  tx: Transaction,
  { projectId, id, after = "-infinity" }: { projectId: string; id: string; after?: string },
): Promise<Booked | null> {
  const [row] = await tx.$queryRaw<Booked[]>`
    select count(*)::int as count, to_char(min(entry.day), 'YYYY-MM-DD') as from,
      to_char(max(entry.day), 'YYYY-MM-DD') as to
    from lines_of(${projectId}::uuid) line
    join entries_of(${projectId}::uuid) entry on entry.line_id = line.line_id
    where line.grant_id = ${id}::uuid and entry.day > ${after}::date
    having count(*) > 0`;
  return row ?? null;
}
