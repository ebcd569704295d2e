import type { Viewer } from "~/features/access/viewer";
import { Prisma } from "~/generated/prisma/client";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
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

export type LineChoice = { id: string; costCategory: string; name: string };

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
  const shown = Prisma.sql`${costsOf(project.id)}
    and cost.booked_on <= ${today}::date and ${matching(filter)}`;
  const [rows, [sums]] = await Promise.all([
    db.$queryRaw<StoredCost[]>`
      select ${costColumns} ${shown}
      order by cost.booked_on desc, voucher.series, voucher.number desc, cost.row_number, cost.id
      limit ${pageSize} offset ${(page - 1) * pageSize}`,
    db.$queryRaw<{ count: bigint; amountOre: bigint }[]>`
      select count(*) as count, coalesce(sum(cost.amount_ore), 0)::bigint as "amountOre" ${shown}`,
  ]);
  const count = Number(sums?.count ?? 0);
  return {
    project,
    lines,
    filter: costFilterValue(filter),
    costs: rows.map(costRow),
    count,
    amountOre: Number(sums?.amountOre ?? 0),
    page,
    pageCount: Math.max(1, Math.ceil(count / pageSize)),
  };
}

/** A cost that waits to be placed, and the lines it can be placed on. */
export async function showUnplacedCost(
  db: Db,
  viewer: Viewer,
  { code, costId }: { code: string; costId: string },
) {
  const project = await findProject(db, viewer, { code, verb: "change" });
  const [lines, [cost]] = await Promise.all([
    moneyLines(db, project.id),
    db.$queryRaw<StoredCost[]>`
      select ${costColumns} ${costsOf(project.id)} and ${matching("unplaced")}
        and cost.id::text = ${costId}`,
  ]);
  if (!cost) return notFound();
  return { project, lines, cost: costRow(cost), submissionId: crypto.randomUUID() };
}

/** The lines that money is spent on, in the order of the budget. */
async function moneyLines(db: Db, projectId: string): Promise<LineChoice[]> {
  return db.budgetLine.findMany({
    where: { projectId, financing: { not: "in_kind" } },
    orderBy: { position: "asc" },
    select: { id: true, costCategory: true, name: true },
  });
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
  line: string | null;
};

const costColumns = Prisma.sql`cost.id, to_char(cost.booked_on, 'YYYY-MM-DD') as "bookedOn",
  cost.amount_ore as "amountOre", coalesce(nullif(cost.text, ''), voucher.text, '') as text,
  cost.account, voucher.series, voucher.number,
  cost.source_type is not distinct from 'training-record' as "isCourse", line.name as line`;

/** A cost on a line that takes own hours is not placed: such a line spends no money. */
function costsOf(projectId: string): Prisma.Sql {
  return Prisma.sql`from cost
    left join budget_line line on line.id = cost.budget_line_id and line.financing <> 'in-kind'
    left join voucher on voucher.id = cost.voucher_id
    where cost.project_id = ${projectId}::uuid and cost.withdrawn_at is null`;
}

function matching(filter: CostFilter): Prisma.Sql {
  if (filter === "all") return Prisma.sql`true`;
  return filter === "unplaced"
    ? Prisma.sql`line.id is null`
    : Prisma.sql`line.id = ${filter.line}::uuid`;
}

function costRow({ amountOre, series, number, ...cost }: StoredCost): CostRow {
  return {
    ...cost,
    amountOre: Number(amountOre),
    voucher: series === null || number === null ? null : { series, number },
  };
}
