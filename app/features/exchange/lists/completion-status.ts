import {
  agreed,
  agreedOfEnrolment,
  done,
  negatable,
  plain,
  undone,
  undoneWord,
  wordOnTheWay,
} from "./completion-words";
import type { StatusHeading } from "./status-headings";

/** What a list's status says of a course. */
export type Completion = "completed" | "unfinished" | "unknown";

const negation =
  /(?:^|\s)(?:ej|inte|icke|not|no|nej|n|never|aldrig|didn[’']t|hasn[’']t)(?:\s|-|$)/gu;
const early = /förtid|unsuccess|underkän/u;

/**
 * What a list's status says under a heading of some kind; one that says nothing is of a list of what
 * was completed. Whatever is neither known to be done nor known not to be is asked about: a wrong
 * yes would count. That a seat was approved or confirmed is no completion.
 */
export function completionOf(status: string, heading: StatusHeading = "plain"): Completion {
  const text = plainStatus(status);
  if (text === "") return "completed";
  const isUndone = undone.test(text.replace(/[\s,;:()/]+/gu, " "));
  if (isNegated(text) || isUndone || early.test(text)) return "unfinished";
  return isDone(text, heading) ? "completed" : "unknown";
}

/**
 * Whether a cell of any column says in known words alone that something wasn't completed: neither
 * a bare no nor a single letter, which say so of what their heading asks.
 */
export function saysUnfinished(cell: string): boolean {
  const text = plainStatus(cell);
  if (completionOf(text) !== "unfinished") return false;
  const isNot = isNegated(text);
  const bare = text
    .replace(/no[ -]show/gu, "noshow")
    .replace(/in progress/gu, "in␣progress")
    .replace(/taken back/gu, "taken␣back")
    .replace(negation, " ");
  const words = wordsOf(bare).filter((word) => !plain.has(word));
  const isKnown = (word: string) =>
    undoneWord.test(word) || (isNot && word.length > 2 && (done.has(word) || negatable.has(word)));
  return words.length > 0 && words.every(isKnown);
}

/** Whether a cell says no more than that a seat was agreed on or a course begun: completed ones were, too. */
export function isOnTheWay(cell: string): boolean {
  const words = wordsOf(plainStatus(cell).replace(/in progress/gu, "in␣progress"));
  return (
    words.length > 0 &&
    words.every((word) => wordOnTheWay.test(word) || agreedOfEnrolment.has(word) || plain.has(word))
  );
}

/** Whether a cell says yes as an attendance list does. */
export function isMark(cell: string): boolean {
  return /^[x✓✔√☑]$/iu.test(cell.trim());
}

/**
 * Whether a cell is a single letter that says something by a list's own key alone: "P", "A", "N". A
 * grade is one only where a grade is asked for, and a no where the others say yes.
 */
export function isLetterOfCode(cell: string): boolean {
  return /^\p{L}$/u.test(cell) && !/^[xjy]$/iu.test(cell);
}

/** By what a word of a list is known again, whatever its capitals. */
export function plainStatus(status: string): string {
  return status.trim().toLowerCase().replace(/\s+/gu, " ");
}

function isNegated(text: string): boolean {
  return text.search(negation) >= 0;
}

/** Known words alone, at least one of them of what is done, with the whole share or a day. */
function isDone(text: string, heading: StatusHeading): boolean {
  const shares = sharesIn(text);
  if (shares.some((isWhole) => !isWhole)) return false;
  const bare = text
    .replace(share, " ")
    .replace(day, " ")
    .replace(/utan anmärkning/gu, "utan␣anmärkning")
    .replace(/without remark/gu, "without␣remark");
  const words = wordsOf(bare);
  const isKnown = words.every((word) => done.has(word) || plain.has(word));
  const isSaid = words.some((word) => done.has(word) && !weak[heading].has(word));
  const isAgreed = words.some((word) => weak[heading].has(word));
  return isKnown && (isSaid || (shares.length > 0 && !isAgreed));
}

/** Words of what is done that say no more than that a seat was agreed on. */
const weak: Record<StatusHeading, ReadonlySet<string>> = {
  ...{ plain: agreed, enrolment: agreedOfEnrolment, result: new Set() },
};

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}␣]+/u).filter((word) => word !== "");
}

/** `80 %`, `5 av 6`, `3/4`: whether each is the whole. */
const share = /(\d{1,6}(?:[.,]\d{1,6})?) ?%|(\d{1,6}) ?(?:av|of|\/) ?(\d{1,6})(?![\d/-])/gu;
const day =
  /(?:\d{4}-\d{2}-\d{2}|\d{8})(?:[t ]\d{1,2}:\d{2}(?::\d{2})?)?|\d{1,2}[./]\d{1,2}[./ ]\d{4}|\d{1,2}\.? (?:jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[kc]t|nov|dec)\p{L}{0,6} \d{4}/gu;

function sharesIn(text: string): boolean[] {
  return [...text.replace(day, " ").matchAll(share)].map(([, percent, part, whole]) =>
    percent === undefined
      ? Number(part) > 0 && part === whole
      : Number(percent.replace(",", ".")) === 100,
  );
}
