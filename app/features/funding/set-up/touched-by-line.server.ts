import type { Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import type { Touched } from "~/platform/question";
import type { IsoDate } from "~/terms/day";
import type { TouchedFigures } from "../reported/agreed-change.server";
import { readSince } from "../reported/read-periods.queries.server";
import { grantsOf } from "../grants/grants.queries.server";
import { categoryKey } from "../rules/cost-categories";
import { lineUse } from "./line-use.server";

/** What of a line decides where its money is counted. */
export type LineFacts = {
  costCategory: string;
  name: string;
  financing: "grant" | "cash" | "in_kind";
  grantId: string | null;
  accounts: string;
};

type LineChange = { projectId: string; id: string; before: LineFacts; after: LineFacts };

/**
 * What it touches that a line is counted elsewhere: under another cost category, or paid by
 * somebody else, of all its days. Nothing for a line that has no money, planned or booked, and that no
 * funder has read. Throws a `FieldError` at `grantId` for a grant that was closed before the last of it.
 */
export async function touchedByLine(tx: Transaction, change: LineChange): Promise<TouchedFigures> {
  const { projectId, id, before, after } = change;
  const isPaidOtherwise = before.financing !== after.financing || before.grantId !== after.grantId;
  const isOfOther = categoryKey(before.costCategory) !== categoryKey(after.costCategory);
  if (!isPaidOtherwise && !isOfOther) return { touched: [], read: [] };
  const grants = await grantsOf(tx, projectId);
  const titleOf = (grantId: string | null) => grants.find((each) => each.id === grantId)?.title;
  const stands = await standingOn(tx, { projectId, id });
  const closedOn = grants.find((grant) => grant.id === after.grantId)?.closedOn ?? null;
  if (isPaidOtherwise && closedOn !== null && stands.last !== null && stands.last > closedOn) {
    const values = { date: closedOn };
    throw new FieldError({ grantId: { key: "funding.errors.grantClosedBefore", values } });
  }
  const { courses } = await lineUse(tx, id);
  const read = await readSince(tx, projectId, stands.first);
  if (stands.count + stands.budgetOre + courses + read.length === 0) return { touched: [], read };
  const [was, becomes] = [titleOf(before.grantId) ?? "", titleOf(after.grantId) ?? ""];
  const paid = { before: was, after: `${after.financing} ${becomes}` };
  const category = { before: before.costCategory, after: after.costCategory };
  return {
    touched: [
      ...(isPaidOtherwise ? [{ key: `funding.touched.${payerOf(before)}`, values: paid }] : []),
      ...(isOfOther ? [{ key: "funding.touched.category", values: category }] : []),
      ...heldLines({ ...stands, courses }),
    ],
    read,
  };
}

function payerOf({ financing, grantId }: LineFacts): string {
  if (financing === "grant") return grantId === null ? "wasNoGrant" : "wasGrant";
  return financing === "cash" ? "wasCash" : "wasOwnHours";
}

function heldLines(stands: Standing & { courses: number }): Touched[] {
  const { count, from, last, budgetOre, courses } = stands;
  const booked = { count, from: from ?? "", to: last ?? "" };
  const amount = budgetOre / 100;
  return [
    ...(budgetOre > 0 ? [{ key: "funding.touched.lineBudget", values: { amount } }] : []),
    ...(count > 0 ? [{ key: "funding.touched.lineHolds", values: booked }] : []),
    ...(courses > 0 ? [{ key: "funding.touched.lineWaits", values: { count: courses } }] : []),
  ];
}

type Standing = {
  /** Rows in the books, from when until when. */
  count: number;
  from: IsoDate | null;
  last: IsoDate | null;
  /** What of its budget is in force. */
  budgetOre: number;
  /** The first day from which the line has money, planned or booked. */
  first: IsoDate | null;
};

async function standingOn(
  tx: Transaction,
  { projectId, id }: { projectId: string; id: string },
): Promise<Standing> {
  const [row] = await tx.$queryRaw<Standing[]>`
    with booked as (
      select day from entries_of(${projectId}::uuid) where line_id = ${id}::uuid
    ), planned as (
      select decided_on, case when replaced_on is null then amount_ore else 0 end as amount_ore
      from budget_amount
      where budget_line_id = ${id}::uuid and withdrawn_at is null
    )
    select count(*)::int as count, to_char(min(day), 'YYYY-MM-DD') as from,
      to_char(max(day), 'YYYY-MM-DD') as last,
      (select coalesce(sum(amount_ore), 0)::float8 from planned) as "budgetOre",
      to_char(least(min(day), (select min(decided_on) from planned)), 'YYYY-MM-DD') as first
    from booked`;
  return row ?? { count: 0, from: null, last: null, first: null, budgetOre: 0 };
}
