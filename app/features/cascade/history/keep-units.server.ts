import { countHolding, runOutUnits } from "~/features/competence/levels/count-holding.server";
import { takeDueUnits } from "~/features/organisation/due-units.server";
import type { Transaction } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { countSpread } from "./count-spread.server";

/** So many units whose counts have run out are counted with those that an act has changed. */
const mostRunOut = 10;

/**
 * Counts the people of those units anew of whom something has changed, and of some whose counts
 * have run out. Writers of one unit take turns, so that each counts what the others have written.
 */
export async function keepUnits(tx: Transaction, day: IsoDate): Promise<void> {
  const runOut = await runOutUnits(tx, { day, most: mostRunOut });
  const unitIds = [...new Set([...(await takeDueUnits(tx)), ...runOut])].sort();
  if (unitIds.length === 0) return;
  await tx.$queryRaw`
    select pg_advisory_xact_lock(hashtextextended('counts of ' || asked.id, 0))::text
    from unnest(${unitIds}::text[]) with ordinality asked (id, place) order by asked.place`;
  await countHolding(tx, { unitIds, day });
  await countSpread(tx, { unitIds, day });
}
