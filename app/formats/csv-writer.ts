import Papa from "papaparse";

import { decimalHours } from "~/terms/hours";
import { filePercent } from "~/terms/share";
import type { Cell } from "./cell";

/**
 * Lines of cells as CSV that Excel and LibreOffice open rightly where Swedish is spoken: semicolons,
 * decimal commas, CRLF, UTF-8 with a byte-order mark (without it Excel guesses the encoding).
 *
 * - Text that begins with `=`, `+`, `-`, `@`, a tab or a CR gets an apostrophe in front, so that no
 *   spreadsheet runs it as a formula (OWASP, CSV Injection). Numbers are ours and are left alone.
 * - Amounts are kronor with two decimals and an ASCII minus, without grouping: `-1234,50`.
 * - Times are hours as decimals: `7,5`. Ratios are per cent with one decimal at most.
 *
 * @throws RangeError for a number that is not finite or an amount that is not whole öre
 */
export function writeCsv(lines: Iterable<readonly Cell[]>): Uint8Array<ArrayBuffer> {
  const written = Array.from(lines, (cells) => cells.map(writtenCell));
  const text = Papa.unparse(written, { delimiter: ";", newline: "\r\n" });
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}

function writtenCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return guardedText(cell);
  if (typeof cell === "number") return writtenNumber(cell);
  if ("minutes" in cell) return writtenNumber(decimalHours(cell.minutes));
  if ("ratio" in cell) return writtenNumber(filePercent(cell.ratio));
  return "date" in cell ? cell.date : writtenAmount(cell.amountOre);
}

function guardedText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function writtenNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be written as a number`);
  return withoutExponent(value).replace(".", ",");
}

function withoutExponent(value: number): string {
  const shortest = String(value);
  if (!shortest.includes("e")) return shortest;
  return value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 });
}

function writtenAmount(amountOre: number): string {
  if (!Number.isSafeInteger(amountOre)) throw new RangeError(`${amountOre} is not whole öre`);
  const digits = String(Math.abs(amountOre)).padStart(3, "0");
  const kronor = `${digits.slice(0, -2)},${digits.slice(-2)}`;
  return amountOre < 0 ? `-${kronor}` : kronor;
}
