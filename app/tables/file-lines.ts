import type { Cell } from "~/formats/cell";
import type { ToldCell, ToldColumn, ToldTable } from "./told";

/** A table as a file has it: its headings, its rows, and what stands under them. */
export function fileLines(table: ToldTable): Cell[][] {
  const columns = table.columns.filter(({ on }) => on !== "page");
  const headings = columns.flatMap(headingsOf);
  const rows = table.rows.map(({ cells }) => linesCells(columns, cells));
  if (table.corner !== undefined) {
    return [
      [table.corner, ...table.rows.map(({ heading = "" }) => heading)],
      ...headings.map((head, index) => [head, ...rows.map((cells) => cells[index] ?? null)]),
    ];
  }
  if (!table.totals) return [headings, ...rows];
  return [headings, ...rows, linesCells(columns, table.totals)];
}

function headingsOf({ heading, fileHeading = heading, of }: ToldColumn): string[] {
  return of === undefined ? [fileHeading] : [fileHeading, of];
}

function linesCells(columns: ToldColumn[], cells: Record<string, ToldCell>): Cell[] {
  return columns.flatMap(({ key, of }) => {
    const cell = cells[key] ?? null;
    const [part, whole = null] = inFile(cell);
    return of === undefined ? [part] : [part, whole];
  });
}

/** A cell of a file; of a share its part, unless there is nothing that it is part of, and its whole. */
function inFile(cell: ToldCell): [Cell, Cell?] {
  if (cell === null || typeof cell !== "object") return [cell];
  if ("number" in cell) return [cell.number];
  if (!("denominator" in cell)) return [cell];
  const { numerator, denominator } = cell;
  return [denominator === 0 ? null : numerator, denominator];
}
