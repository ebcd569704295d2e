import type { Act } from "./act";
import { factsThatDiffer } from "./differing-facts";
import type { TwinnedRow } from "./row-twins";

/**
 * Whether an act on a hand-over can have changed a row of it. All can but answers:
 * - a yes takes nothing away, and a no to other hours changes nothing;
 * - an answer about the part is about the part, the hours and the learning of who gives it, and
 *   about how many have learned from the hand-over and since when;
 * - an answer about hours alone is about hours and their amounts, never about who has learned;
 * - with the first answer of either kind, the trainers' hours and the hand-over's time are others,
 *   and where nobody had said yes before, the trainers' parts.
 *
 * `people`: the ids of those whose row it is.
 */
export function canChange(act: Act, row: TwinnedRow, people: ReadonlySet<string>): boolean {
  if (!isAnswer(act)) return true;
  const { now, hasGone = now === null } = row;
  const isYes = act.action === "hand-over.confirm";
  if (isYes ? hasGone : isOfHours(act)) return false;
  const facts = factsThatDiffer(row);
  const changes = (...some: string[]) => facts === null || some.some((one) => facts.includes(one));
  const isTheirs = people.has(act.named.personId ?? "");
  const counts = isTheirs || (act.hoursOf?.some((id) => people.has(id)) ?? true);
  switch (row.kind) {
    case "own-hours":
      return counts && (!isOfHours(act) || changes("minutes", "amountOre"));
    case "hand-over":
      if (changes("minutes") && act.hoursOf?.length !== 1) return true;
      return !isOfHours(act) && changes("learners", "countsFrom", "generation", "reason");
    case "part":
      return changes("day") && !isOfHours(act) && (isLearners(row) ? isTheirs : counts);
    default:
      return counts && !isOfHours(act);
  }
}

function isLearners({ then, now }: TwinnedRow): boolean {
  return [then, now].some((state) => state?.kind === "part" && state.facts.isLearner);
}

/** Whether an act can have changed who has learned from whom. */
export function changesLineage(act: Act): boolean {
  return !isAnswer(act) || (act.action === "hand-over.confirm" && !isOfHours(act));
}

function isAnswer({ action }: Act): boolean {
  return action === "hand-over.confirm" || action === "hand-over.decline";
}

/** An answer to a correction that has other hours alone. */
function isOfHours({ named }: Act): boolean {
  return named.awaited === "hours";
}
