import { completionBesideAbsence } from "./absence.server";
import { isDay } from "./best-column.server";
import {
  completionOf,
  isLetterOfCode,
  isMark,
  isOnTheWay,
  saysUnfinished,
} from "./completion-status";
import {
  asksAbsence,
  asksGrade,
  asksPartOf,
  asksSignature,
  asksTakingPart,
  ofOneSession,
} from "./status-headings";

/** What the columns with a meaning say of a row: anything, and that its course was completed. */
export type Said = { isSaid: boolean; isDone: boolean };

/**
 * How a cell of an unmapped column is read for what speaks against completion; `cells` are the
 * column's that aren't empty. Where it marks who was there, whatever is no such mark speaks against
 * it, an empty cell where nothing else tells.
 */
export function doubtOf(
  heading: string,
  cells: readonly string[],
): (cell: string, said: Said) => boolean {
  if (asksAbsence(heading)) return (cell) => completionBesideAbsence(cell) !== "completed";
  const isThere = presenceReader(heading);
  const isMarking = isThere ? cells.some(isThere) : areMostlyMarks(cells);
  const isUnclear = isYesOrNo(cells) && !harmless.test(heading);
  const speaksAgainst = againstReader(heading);
  return (cell, said) => {
    if (cell === "") return isMarking && !said.isSaid;
    if (speaksAgainst(cell, said) || (isUnclear && !said.isDone && isNo.test(cell))) return true;
    return isMarking && !said.isDone && !(isThere ?? isPlainMark)(cell);
  };
}

/** Whether a column marks rows whatever its heading asks. */
function areMostlyMarks(cells: readonly string[]): boolean {
  const some = cells.slice(0, mostLooked);
  return some.filter(isPlainMark).length * 2 > some.length;
}

const mostLooked = 200;

/** Whether a column says yes or no to what its heading may ask. */
function isYesOrNo(cells: readonly string[]): boolean {
  return cells.every((cell) => /^(?:ja|nej|j|n|yes|no|y|true|false|sant|falskt)$/iu.test(cell));
}

/** What may be answered no to by who completed a course. */
const harmless =
  /obligator|mandator|required|compulsory|extern|intern|digital|distans|online|web|e-?learning|betal|paid|fakt|invoice|moms|\bvat\b|chef|manager|ledare|leader|kost|allerg|diet|lunch|middag|dinner|hotel|boende|parkering|resa|travel|\bny\b|\bnew\b|aktiv|active|anställ|employ|tillsvidare|vikarie|heltid|samtyck|consent|gdpr|foto|photo|nyhetsbrev|newsletter|påminn|reminder|arkiv|archiv/iu;

/** A mark or a word of what is done that no heading needs to explain: neither a yes nor a grade. */
function isPlainMark(cell: string): boolean {
  return isMark(cell) || (cell.length > 2 && completionOf(cell, "enrolment") === "completed");
}

/** Whether a cell says that somebody was there; null under a heading that doesn't ask it. */
function presenceReader(heading: string): ((cell: string) => boolean) | null {
  if (asksSignature(heading)) return (cell) => !isNo.test(cell);
  const isOfDays = asksTakingPart(heading);
  if (!isOfDays && !ofOneSession(heading)) return null;
  const read = asksPartOf(heading) ? asShare : (cell: string) => cell;
  return (cell) => {
    if (isNo.test(cell)) return false;
    if (isDay(cell)) return isOfDays;
    const isCount = /^\d/.test(cell) && !anyShare.test(read(cell));
    const isDone = !isLetterOfCode(cell) && completionOf(read(cell)) === "completed";
    return isMark(cell) || isCount || isDone;
  };
}

/** Whether a cell says by itself that a course wasn't completed, or not the whole of it. */
function againstReader(heading: string): (cell: string, said: Said) => boolean {
  const isOfPresence = asksTakingPart(heading) || ofOneSession(heading);
  const isAsked = isOfPresence || asksGrade(heading);
  const isOfPart = asksPartOf(heading);
  return (cell, { isDone }) => {
    if (isAsked && isNo.test(cell)) return true;
    if (isDone && (isOnTheWay(cell) || bareShare.test(cell))) return false;
    const share = isOfPart ? asShare(cell) : cell;
    if ((isOfPart || isOfPresence) && anyShare.test(share)) {
      return completionOf(share) !== "completed";
    }
    return saysUnfinished(cell) || (isOfPresence && !isDone && isCode(cell));
  };
}

/** Short letters, as attendance lists have them by a key of their own: "P", "NV". */
function isCode(cell: string): boolean {
  return isLetterOfCode(cell) || (/^\p{L}{2,3}$/u.test(cell) && completionOf(cell) === "unknown");
}

/** A bare number of a hundred, as a share. */
export function asShare(cell: string): string {
  return bareShare.test(cell) ? `${cell.replace(/\s?%$/u, "")} %` : cell;
}

const bareShare = /^\d{1,6}(?:[.,]\d{1,6})?(?:\s?%)?$/u;
/** `80 %`, `3/4`, `1 av 2`. */
const anyShare = /^\d{1,6}(?:[.,]\d{1,6})?\s?%$|^\d{1,6} ?(?:av|of|\/) ?\d{1,6}$/u;
/** What says so of what its heading asks alone. */
const isNo =
  /^(?:nej|no|n|false|falskt|u|ig|f|fx|0+(?:[.,:]0+)*\s?(?:%|h|tim|timmar|min|hours?)?)$/iu;
