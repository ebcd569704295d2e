import type { IsoDate } from "~/terms/day";
import { lineOfCost, takesOn, type PlannedLine } from "./account-ranges";

/** A row of the ledger on its budget line. */
export type PlacedRow = { account: string; bookedOn: IsoDate; lineId: string | null };

/** `isTakenBack`: with the import that has chosen its line. */
export type FormerRow = PlacedRow & { isByHand: boolean; isTakenBack: boolean };

/**
 * The line of a row that takes another's place, `now` on the one that its own account has: that
 * other's where somebody has placed it by hand, where both rows belong on the same line by their
 * account, or where its own account has none. Never one that takes nothing of its day.
 */
export function lineInPlace(
  lines: readonly PlannedLine[],
  { before, now }: { before: FormerRow; now: PlacedRow },
): string | null {
  const line = lines.find(({ id }) => id === before.lineId);
  if (!line || !takesOn(line, now.bookedOn)) return now.lineId;
  const isKept = before.isByHand || now.lineId === null || isOfSameChoice(lines, { before, now });
  return isKept ? line.id : now.lineId;
}

/** Nothing but what stands says where the account's rows go: neither its day nor another choice. */
function isOfSameChoice(
  lines: readonly PlannedLine[],
  { before, now }: { before: FormerRow; now: PlacedRow },
): boolean {
  if (before.isTakenBack || before.account !== now.account) return false;
  const own = ownLine(lines, now);
  return own === now.lineId && own === ownLine(lines, before);
}

function ownLine(lines: readonly PlannedLine[], { account, bookedOn }: PlacedRow): string | null {
  return lineOfCost(lines, { account, day: bookedOn });
}
