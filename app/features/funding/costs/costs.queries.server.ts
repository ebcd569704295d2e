import type { Viewer } from "~/features/access/viewer";
import { Prisma } from "~/generated/prisma/client";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { pageCountOf } from "~/platform/paging";
import type { IsoDate } from "~/terms/day";
import { bookedThrough } from "../budget/booked-through.queries.server";
import { underTheirNames } from "../budget/line-names.queries.server";
import { costFilterValue, type CostFilter } from "./costs.schema";
import { findProject } from "../projects/projects.queries.server";

export type CostRow = {
  id: string;
  bookedOn: IsoDate;
  amountOre: number;
  /** The row's own text, or its voucher's. */
  text: string;
  account: string | null;
  /** Null where the cost came from no voucher. */
  voucher: { series: string; number: string } | null;
  /** Came from a logged course. */
  isCourse: boolean;
  /** Null while the cost is not placed. */
  line: string | null;
};

export type LineChoice = {
  id: string;
  costCategory: string;
  name: string;
  /** The last day that the grant that pays it takes; null where it takes any. */
  closedOn: IsoDate | null;
};

const pageSize = 25;

/**
 * The costs behind a project's figures until today, latest first, a page at a time: all of them,
 * those of one line, or those not yet placed. A line of another project is the same 404 as none.
 */
export async function listCosts(
  db: Db,
  viewer: Viewer,
  { code, filter, page, today }: { code: string; filter: CostFilter; page: number; today: IsoDate },
) {
  const project = await findProject(db, viewer, { code });
  const lines = await moneyLines(db, project.id);
  if (typeof filter === "object" && !lines.some(({ id }) => id === filter.line)) return notFound();
  const entered = Prisma.sql`costs_of(${project.id}::uuid) entry`;
  const shown = Prisma.sql`where entry.day <= ${today}::date and ${matching(filter)}`;
  const [rows, [sums], through] = await Promise.all([
    db.$queryRaw<StoredCost[]>`
      select ${costColumns} from ${entered} ${described} ${shown}
      order by entry.day desc, voucher.series, voucher.number desc, cost.row_number, cost.id
      limit ${pageSize} offset ${(page - 1) * pageSize}`,
    db.$queryRaw<{ count: bigint; amountOre: bigint }[]>`
      select count(*) as count, coalesce(sum(entry.amount_ore), 0)::bigint as "amountOre"
      from ${entered} ${shown}`,
    bookedThrough(db, { projectId: project.id, day: today }),
  ]);
  const count = Number(sums?.count ?? 0);
  return {
    project,
    lines,
    filter: costFilterValue(filter),
    costs: rows.map((row) => costRow(row, lines)),
    count,
    amountOre: Number(sums?.amountOre ?? 0),
    bookedThrough: through,
    page,
    pageCount: pageCountOf(count, pageSize),
  };
}

/**
 * A cost that waits to be placed, and the lines it can be placed on: of no grant that was closed
 * before.
 */
export async function showUnplacedCost(
  db: Db,
  viewer: Viewer,
  { code, costId }: { code: string; costId: string },
) {
  const project = await findProject(db, viewer, { code, verb: "change" });
  const [lines, [cost]] = await Promise.all([
    moneyLines(db, project.id),
    db.$queryRaw<StoredCost[]>`
      select ${costColumns} from costs_of(${project.id}::uuid) entry ${described}
      where ${matching("unplaced")} and entry.entry_id::text = ${costId}`,
  ]);
  if (!cost) return notFound();
  const open = lines.filter(({ closedOn }) => closedOn === null || closedOn >= cost.bookedOn);
  return { project, lines: open, cost: costRow(cost, lines), submissionId: crypto.randomUUID() };
}

/** The lines that money is spent on, in the order of the budget. */
async function moneyLines(db: Db, projectId: string): Promise<LineChoice[]> {
  const lines = await db.$queryRaw<LineChoice[]>`
    select line_id as id, cost_category as "costCategory", name,
      to_char(closed_on, 'YYYY-MM-DD') as "closedOn"
    from lines_of(${projectId}::uuid) where financing <> 'in_kind' order by place`;
  return underTheirNames(db, { lines, projectIds: [projectId] });
}

type StoredCost = {
  id: string;
  bookedOn: IsoDate;
  amountOre: bigint;
  text: string;
  account: string | null;
  series: string | null;
  number: string | null;
  isCourse: boolean;
  lineId: string | null;
};

const costColumns = Prisma.sql`entry.entry_id as id, to_char(entry.day, 'YYYY-MM-DD') as "bookedOn",
  entry.amount_ore as "amountOre", coalesce(nullif(cost.text, ''), voucher.text, '') as text,
  cost.account, voucher.series, voucher.number,
  entry.source_type is not distinct from 'training_record' as "isCourse", entry.line_id as "lineId"`;

/** The rows behind the entries, and their vouchers. */
const described = Prisma.sql`join cost on cost.id = entry.entry_id
  left join voucher on voucher.id = cost.voucher_id`;

function matching(filter: CostFilter): Prisma.Sql {
  if (filter === "all") return Prisma.sql`true`;
  return filter === "unplaced"
    ? Prisma.sql`entry.line_id is null`
    : Prisma.sql`entry.line_id = ${filter.line}::uuid`;
}

function costRow(stored: StoredCost, lines: readonly LineChoice[]): CostRow {
  const { amountOre, series, number, lineId, ...cost } = stored;
  return {
    ...cost,
    line: lines.find(({ id }) => id === lineId)?.name ?? null,
    amountOre: Number(amountOre),
    voucher: series === null || number === null ? null : { series, number },
  };
}
