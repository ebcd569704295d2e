import { knownUntil } from "~/formats/sie/covered-days";
import { todayInStockholm } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { fitOf } from "./concerns.server";
import type { LedgerPlan } from "./ledger-plan";
import type { LedgerPart } from "./ledger-plan.queries.server";

/** Whether a file is the authority's or a partner's own ledger, as far as it says whose it is. */
export function isOwnLedger({ file, target }: Pick<LedgerPart, "file" | "target">): boolean {
  return file.heads.every((head) => fitOf(head, target.companies) !== "another");
}

/**
 * Of a file that has nothing new of an object: until when the object is known by it, where that is
 * later than it was. Null where it isn't, or was never read before.
 */
export async function laterReading(
  db: Db,
  plan: LedgerPlan,
  part: LedgerPart,
): Promise<IsoDate | null> {
  if (plan.added.length + plan.asked.length > 0 || !isOwnLedger(part)) return null;
  const readOn = knownUntil(part.file, todayInStockholm());
  const [object] = await db.$queryRaw<{ lastDay: IsoDate }[]>`
    select to_char(last_day, 'YYYY-MM-DD') as "lastDay"
    from objects_read(${part.target.id}::uuid) where object_code = ${part.objectCode}`;
  return object && object.lastDay < readOn ? readOn : null;
}
