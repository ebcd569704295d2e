// Apart from the drawing, which a page fetches where it shows a chart: how high that will be, the
// page knows before.
import { wrapName } from "./wrap-name";

/** `progress`: share of the change from the baseline that was planned, 1 = as planned; `null`: none. */
export type BulletRow = {
  label: string;
  progress: number | null;
  /** At the bar's end: the progress as it is told elsewhere. */
  text: string;
  isBehind: boolean;
  /** Under the label, figures and state in words: "5 av 9, efter planen", "ännu inte dags". */
  note?: string;
};

/** The height of a drawing where every row has room for its words, also on a phone. */
export function bulletHeight(rows: BulletRow[]): number {
  const lines = Math.max(3, ...rows.map((row) => linesOf(row, lettersOnPhone).length));
  return 130 + rows.length * (lines * 16 + 8);
}

/** What stands beside a row's bar, line by line. */
export function linesOf({ label, note = "" }: BulletRow, letters: number): string[] {
  return [label, note].filter(Boolean).flatMap((words) => wrapName(words, letters));
}

const lettersOnPhone = 18;
