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
    return of === undefined ? [inFile(cell)] : partAndWhole(cell);
  });
}

/** A cell of a file; of a share its part, and nothing where there is no whole. */
function inFile(cell: ToldCell): Cell {
  if (cell === null || typeof cell !== "object") return cell;
  if ("number" in cell) return cell.number;
  if (!("denominator" in cell)) return cell;
  return cell.denominator === 0 ? null : cell.numerator;
}

function partAndWhole(cell: ToldCell): Cell[] {
  const isShare = typeof cell === "object" && cell !== null && "denominator" in cell;
  return isShare ? [cell.numerator, cell.denominator] : [null, null];
}
