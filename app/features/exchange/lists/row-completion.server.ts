import { completionBesideAbsence } from "./absence.server";
import { asShare, doubtOf } from "./column-doubts.server";
import {
  completionOf,
  isLetterOfCode,
  isMark,
  isOnTheWay,
  plainStatus,
  type Completion,
} from "./completion-status";
import { isCompletion } from "./guess-columns.server";
import { answerTo } from "./answered-status";
import type { ListAnswers } from "./list-answers.schema";
import { listedText } from "./listed-text";
import { asksLetter, asksProgress, asksTakingPart, statusHeading } from "./status-headings";
import type { ColumnMapping } from "./training-columns";

/** What a row says of whether its course was completed, and the columns that make it unsure. */
export type RowCompletion = {
  completion: Completion;
  /** Whether a column says anything of it. */
  isSaid: boolean;
  /** Of an unknown completion: the columns that nobody can tell it by. */
  unknown: number[];
  /** Of a completed one: the columns that nobody has mapped and that speak against it. */
  against: number[];
};

type Read = (cell: string) => Completion;

/**
 * Reads rows by what their columns mean: one that speaks against completion holds, or is asked about.
 * Where a list says of some rows that they were completed, one of which it says nothing is asked about.
 * What nobody knows is as it was answered; `ask` is told of it, answered or not.
 */
export function completionReader(
  header: readonly string[],
  mapping: ColumnMapping,
  { rows, ask, ...answers }: Asking,
) {
  const settled = (cell: string, read: Completion) =>
    read === "unknown" ? (answerTo(plainStatus(cell), answers) ?? read) : read;
  const columns = mapping.map((field, index) => ({ index, field, heading: header[index] ?? "" }));
  const filled = (index: number) =>
    rows.map(({ cells }) => listedText(cells[index])).filter((cell) => cell !== "");
  const statuses = columns
    .filter(({ field }) => field === "status")
    .map((column) => ({ ...column, read: statusReader(column.heading, filled(column.index)) }));
  const marking = statuses.filter(({ index, read }) =>
    filled(index).some((cell) => settled(cell, read(cell)) === "completed"),
  );
  const absences = columns.filter(({ field }) => field === "absence");
  const others = columns
    .filter(({ field }) => field === null)
    .map(({ index, heading }) => ({ index, doubts: doubtOf(heading, filled(index)) }));
  const dayOfCompletion = columns.filter(
    ({ field, heading }) => field === "date" && isCompletion(heading),
  );
  const kindAt = mapping.indexOf("kind");

  return (cells: readonly string[]): RowCompletion => {
    const open = judged(cells, (_cell, read) => read);
    if (open.completion !== "unknown") return open;
    for (const index of open.unknown) ask(header[index] ?? "", listedText(cells[index]));
    return judged(cells, settled);
  };

  function judged(cells: readonly string[], settle: typeof settled): RowCompletion {
    const cellOf = ({ index }: { index: number }) => listedText(cells[index]);
    const isOwn = ownKind.test(listedText(cells[kindAt]));
    const said = statuses
      .filter((column) => cellOf(column) !== "")
      .map((column) => {
        const cell = cellOf(column);
        const read = isOwn ? completionOf(cell, "result") : column.read(cell);
        return { ...column, cell, completion: settle(cell, read) };
      });
    const isDone = said.some(({ completion }) => completion === "completed");
    const missed = absences.map((column) => {
      const cell = cellOf(column);
      return { ...column, completion: settle(cell, completionBesideAbsence(cell)) };
    });
    const open = [...said.filter(({ cell }) => !(isDone && isOnTheWay(cell))), ...missed].filter(
      ({ completion }) => completion !== "completed",
    );
    const isSaid = said.length > 0;
    const indexOf = ({ index }: { index: number }) => index;
    if (!isDone && open.some(({ completion }) => completion === "unfinished")) {
      return { completion: "unfinished", isSaid, unknown: [], against: [] };
    }
    if (open.length > 0) {
      return { completion: "unknown", isSaid, unknown: open.map(indexOf), against: [] };
    }
    const silent = !isSaid && marking.length > 0 ? settle("", "unknown") : "completed";
    if (silent !== "completed") {
      const unknown = silent === "unknown" ? marking.map(indexOf) : [];
      return { completion: silent, isSaid, unknown, against: [] };
    }
    const told = { isDone, isSaid: isSaid || dayOfCompletion.some((day) => cellOf(day) !== "") };
    const against = others.filter((column) => column.doubts(cellOf(column), told));
    return { completion: "completed", isSaid, unknown: [], against: against.map(indexOf) };
  }
}

type Asking = Pick<ListAnswers, "statuses"> & {
  rows: readonly { cells: readonly string[] }[];
  ask: (heading: string, cell: string) => void;
};

/** How a status is read under its heading, in a column of these cells. */
function statusReader(heading: string, cells: readonly string[]): Read {
  const kind = statusHeading(heading);
  const ofProgress = asksProgress(heading);
  const isMarked = asksTakingPart(heading);
  const ofLetters = asksLetter(heading);
  const hasYes = cells.some((cell) => /^(?:j|y|ja|yes)$/iu.test(cell));
  return (cell) => {
    if (isMarked && isMark(cell)) return "completed";
    if (!ofLetters && isLetterOfCode(cell)) {
      return hasYes && /^n$/iu.test(cell) ? "unfinished" : "unknown";
    }
    return completionOf(ofProgress ? asShare(cell) : cell, kind);
  };
}

/** How our own lists call what a row is of: what they call approved or confirmed counts. */
const ownKind = /^(?:kurs|course|inläst|imported|kunskapsöverföring|hand-?\s?over)$/iu;
