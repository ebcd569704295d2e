import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { mostDaysApart, mostDaysApartNamed, sameMoney, shortestName } from "../rules/same-money";

/** A cost that somebody is about to book; `id` is the asker's. */
export type CostToBook = {
  id: string;
  projectId: string;
  amountOre: number;
  bookedOn: IsoDate;
  /** What the ledger may call it. */
  title: string;
};

/** A row that the ledger has brought already and that may be the same money; its text isn't for all. */
export type LedgerTwin = { costId: string; series: string; number: string; bookedOn: IsoDate };

/** Nobody looks through more. */
const mostTwins = 20;

/**
 * The ledger's rows of the same money, see `sameMoney`, that are no other course's, by the costs'
 * ids, near enough in time (`isNearInvoice`): the very amount before one with or without VAT, then the nearest in time.
 */
export async function ledgerTwins(
  db: Db,
  costs: readonly CostToBook[],
): Promise<Map<string, LedgerTwin[]>> {
  if (costs.length === 0) return new Map();
  const asked = costs.map(
    ({ id, projectId, amountOre, bookedOn, title }) =>
      Prisma.sql`(${id}::uuid, ${projectId}::uuid, ${amountOre}::bigint,
        ${sameMoney(amountOre)}::bigint[], ${bookedOn}::date, ${title.trim()}::text)`,
  );
  const rows = await db.$queryRaw<(LedgerTwin & { id: string })[]>`
    select asked.id, twin.*
    from (values ${Prisma.join(asked)}) as asked (id, project_id, amount_ore, same_money, booked_on, title)
    cross join lateral (
      select cost.id as "costId", voucher.series, voucher.number,
        to_char(cost.booked_on, 'YYYY-MM-DD') as "bookedOn"
      from cost join voucher on voucher.id = cost.voucher_id
      where cost.project_id = asked.project_id and cost.amount_ore = any(asked.same_money)
        and cost.withdrawn_at is null and cost.source_id is null
        and abs(cost.booked_on - asked.booked_on) <= case
          when length(asked.title) >= ${shortestName}::int
            and position(lower(asked.title) in lower(voucher.text)) > 0
          then ${mostDaysApartNamed}::int else ${mostDaysApart}::int end
      order by cost.amount_ore <> asked.amount_ore, abs(cost.booked_on - asked.booked_on), cost.booked_on, cost.id
      limit ${mostTwins}
    ) twin`;
  const twins = new Map<string, LedgerTwin[]>();
  for (const { id, ...twin } of rows) twins.set(id, [...(twins.get(id) ?? []), twin]);
  return twins;
}
