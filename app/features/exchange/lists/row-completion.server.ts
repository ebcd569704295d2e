import { completionBesideAbsence } from "./absence.server";
import {
  completionOf,
  isMark,
  isOnTheWay,
  plainStatus,
  saysUnfinished,
  type Completion,
} from "./completion-status";
import { answerTo } from "./answered-status";
import type { ListAnswers } from "./list-answers.schema";
import { listedText } from "./listed-text";
import {
  asksAbsence,
  asksGrade,
  asksProgress,
  asksTakingPart,
  statusHeading,
} from "./status-headings";
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
  const statuses = columns
    .filter(({ field }) => field === "status")
    .map((column) => ({ ...column, read: statusReader(column.heading) }));
  const marking = statuses.filter(({ index, read }) =>
    rows.some(({ cells }) => {
      const cell = listedText(cells[index]);
      return cell !== "" && settled(cell, read(cell)) === "completed";
    }),
  );
  const absences = columns.filter(({ field }) => field === "absence");
  const others = columns
    .filter(({ field }) => field === null)
    .map((column) => ({ ...column, doubts: doubtOf(column.heading) }));
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
    const against = others.filter((column) => {
      const cell = cellOf(column);
      return cell !== "" && column.doubts(cell, isDone);
    });
    return { completion: "completed", isSaid, unknown: [], against: against.map(indexOf) };
  }
}

type Asking = Pick<ListAnswers, "statuses"> & {
  rows: readonly { cells: readonly string[] }[];
  ask: (heading: string, cell: string) => void;
};

/** How a status is read under its heading. */
function statusReader(heading: string): Read {
  const kind = statusHeading(heading);
  const ofProgress = asksProgress(heading);
  const isMarked = asksTakingPart(heading);
  return (cell) =>
    isMarked && isMark(cell) ? "completed" : completionOf(ofProgress ? asShare(cell) : cell, kind);
}

/** Whether a cell under a heading speaks against completion, beside a status that may say it. */
function doubtOf(heading: string): (cell: string, isDone: boolean) => boolean {
  if (asksAbsence(heading)) return (cell) => completionBesideAbsence(cell) !== "completed";
  const isAsked = asksTakingPart(heading) || asksGrade(heading);
  const ofProgress = asksProgress(heading);
  return (cell, isDone) => {
    if (isDone && (isOnTheWay(cell) || share.test(cell))) return false;
    if (ofProgress && share.test(cell)) return completionOf(asShare(cell)) !== "completed";
    const isNo = isAsked && shortNo.test(cell);
    return isNo || saysUnfinished(cell);
  };
}

/** A bare number of a hundred, as a share. */
function asShare(cell: string): string {
  return share.test(cell) ? `${cell.replace(/\s?%$/u, "")} %` : cell;
}

const share = /^\d{1,6}(?:[.,]\d{1,6})?(?:\s?%)?$/u;
/** What says so of what its heading asks alone. */
const shortNo = /^(?:nej|no|n|false|falskt|0|u|ig|f|fx)$/iu;

/** How our own lists call what a row is of: what they call approved or confirmed counts. */
const ownKind = /^(?:kurs|course|inläst|imported|kunskapsöverföring|hand-?\s?over)$/iu;
