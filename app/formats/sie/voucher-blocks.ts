import type { ProblemLog } from "./problem-log";
import type { SieRow, SieVoucher } from "./sie-file";

/** A row, whether its amount was rounded here; null for one that could not be read. */
export type ReadRow = { row: SieRow; rounded: boolean } | null;

export type VoucherBlocks = {
  startVoucher: (voucher: SieVoucher) => void;
  openBrace: () => void;
  closeBrace: (line: number) => void;
  addRow: (read: ReadRow, line: number) => void;
  endFile: () => void;
};

type OpenVoucher = {
  voucher: SieVoucher;
  depth: number;
  sumOre: number;
  roundedRows: number;
  hasUnreadRow: boolean;
};

/**
 * Which rows belong to which voucher, and whether each voucher is whole and balanced.
 *
 * A block that is still open at the next #VER or at the end means that something is cut off: an
 * error. So is a #VER that ends the file. Forgotten braces around rows are read with a warning,
 * since the balance tells whether a row is missing.
 *
 * Rows that do not sum to 0 are an error, to the öre: the specification demands balance (#TRANS,
 * 4), double entry is the ledger's only inner proof, and the row that is lost may be the cost.
 * Only amounts that had to be rounded here are granted half an öre each.
 */
export function createVoucherBlocks(vouchers: SieVoucher[], log: ProblemLog): VoucherBlocks {
  let current: OpenVoucher | null = null;
  let unknownBlocks = 0;

  function startVoucher(voucher: SieVoucher): void {
    if (current !== null) leaveOpen(current, log);
    vouchers.push(voucher);
    current = { voucher, depth: 0, sumOre: 0, roundedRows: 0, hasUnreadRow: false };
    unknownBlocks = 0;
  }

  /** A brace without a voucher opens the sub-items of an item that we do not know. */
  function openBrace(): void {
    if (current === null) unknownBlocks += 1;
    else current.depth += 1;
  }

  function closeBrace(line: number): void {
    if (current === null) {
      if (unknownBlocks > 0) unknownBlocks -= 1;
      else log.add("brace-without-voucher", { line });
      return;
    }
    if (current.depth === 0) log.add("voucher-without-braces", placeOf(current));
    current.depth -= 1;
    if (current.depth > 0) return;
    checkBalance(current, log);
    current = null;
  }

  function addRow(read: ReadRow, line: number): void {
    if (current === null) {
      log.add("row-outside-voucher", { line, tag: "TRANS" });
    } else if (read === null) {
      current.hasUnreadRow = true;
    } else {
      current.voucher.rows.push(read.row);
      current.sumOre += read.row.amountOre;
      if (read.rounded) current.roundedRows += 1;
    }
  }

  function endFile(): void {
    if (current !== null && current.depth === 0 && current.voucher.rows.length === 0) {
      log.add("voucher-not-closed", placeOf(current));
    } else if (current !== null) {
      leaveOpen(current, log);
    }
    current = null;
  }

  return { startVoucher, openBrace, closeBrace, addRow, endFile };
}

/** The next voucher or the end has come without a closing brace. */
function leaveOpen(open: OpenVoucher, log: ProblemLog): void {
  if (open.depth > 0) log.add("voucher-not-closed", placeOf(open));
  else if (open.voucher.rows.length === 0) log.add("voucher-without-rows", placeOf(open));
  else log.add("voucher-without-braces", placeOf(open));
  if (open.depth === 0) checkBalance(open, log);
}

function checkBalance(open: OpenVoucher, log: ProblemLog): void {
  if (open.hasUnreadRow) open.voucher.differenceOre = null;
  if (open.hasUnreadRow || Math.abs(open.sumOre) * 2 <= open.roundedRows) return;
  open.voucher.differenceOre = open.sumOre;
  log.add("voucher-unbalanced", { ...placeOf(open), field: "sum", value: String(open.sumOre) });
}

function placeOf({ voucher }: OpenVoucher) {
  return { line: voucher.line, tag: "VER", voucher: `${voucher.series} ${voucher.number}`.trim() };
}
