import { readCsv } from "~/formats/csv-reader";
import { readSieBeside } from "~/formats/sie/read-sie";
import type { SieProblemCode } from "~/formats/sie/sie-file";
import type { ImportKind } from "~/generated/prisma/client";
import type { Sentence } from "~/platform/field-error";
import { mostListRows } from "./import-limits";

/** Files of which nothing can be read. */
const unreadableSie: readonly SieProblemCode[] = ["empty-file", "binary-file", "sie-5", "not-sie"];

/** Whether a SIE file gave anything at all; one with faults in its vouchers did. */
export function isReadableSie(problems: readonly { code: SieProblemCode }[]): boolean {
  return !problems.some(({ code }) => unreadableSie.includes(code));
}

/**
 * Why no preview can be made of a file; null when one can. A ledger with faults in its vouchers,
 * or a list with bad rows, does get a preview: that shows them.
 */
export async function unusableReason(
  kind: ImportKind,
  bytes: Uint8Array,
): Promise<Sentence | null> {
  return kind === "sie" ? unusableLedger(bytes) : unusableList(bytes);
}

async function unusableLedger(bytes: Uint8Array): Promise<Sentence | null> {
  const { problems } = await readSieBeside(bytes);
  const fault = problems.find(
    ({ code }) => unreadableSie.includes(code) || code === "type-without-vouchers",
  );
  return fault ? { key: `exchange.problem.${fault.code}` } : null;
}

function unusableList(bytes: Uint8Array): Sentence | null {
  const { problems, header, rows } = readCsv(bytes);
  if (/^#(FLAGGA|PROGRAM|FORMAT|GEN|SIETYP)\b/i.test(header[0] ?? "")) {
    return { key: "exchange.upload.ledgerAsList" };
  }
  // A row that is too long is a bad row like others.
  const fault = problems.find(
    ({ severity, code }) => code === "no-rows" || (severity === "error" && code !== "row-too-long"),
  );
  if (fault?.code === "quote-not-closed" && fault.row !== undefined) {
    return { key: "exchange.upload.openQuote", values: { row: fault.row } };
  }
  if (fault) return { key: `exchange.problem.${fault.code}` };
  return rows.length > mostListRows
    ? { key: "exchange.upload.tooManyRows", values: { count: mostListRows } }
    : null;
}
