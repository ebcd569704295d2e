import { parseListedDate } from "~/formats/listed-date";
import { completionOf, type Completion } from "./completion-status";

/**
 * What a cell says of a course under a heading that asks what kept somebody from it, such as "No
 * show" or "Avbokad": a yes or a day that it wasn't completed, a no nothing against it.
 */
export function completionBesideAbsence(cell: string): Completion {
  const text = cell.trim().toLowerCase();
  if (text === "" || none.test(text)) return "completed";
  const isDay = parseListedDate(cell, "day-first").ok;
  if (yes.test(text) || isDay) return "unfinished";
  const isNegated = /(?:^|\s)(?:ej|inte|not|no|nej)(?:\s|$)/u.test(text);
  return completionOf(text) === "unfinished" && !isNegated ? "unfinished" : "unknown";
}

const yes = /^(?:ja|j|yes|y|true|sant|x|✓|✔|☑)$/u;
const none =
  /^(?:nej|n|no|false|falskt|ingen|inga|inget|none|never|0+(?:[.,:]0+)*\s?(?:%|h|tim|timmar|min|hours?)?)$/u;
