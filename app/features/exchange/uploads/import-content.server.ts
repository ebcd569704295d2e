import { readSieBeside } from "~/formats/sie/read-sie";
import type { SieProblemCode } from "~/formats/sie/sie-file";
import { limitOfProblem } from "~/formats/sie/sie-limits";
import type { ImportKind } from "~/generated/prisma/client";
import type { Sentence } from "~/platform/field-error";
import { readList } from "../lists/read-list.server";
import { mostLedgerObjects } from "./import-limits";
import { ledgerObjects } from "../ledgers/ledger-objects.server";

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
  const { file, problems } = await readSieBeside(bytes);
  const fault = problems.find(
    ({ code }) =>
      unreadableSie.includes(code) ||
      code === "type-without-vouchers" ||
      limitOfProblem(code) !== null,
  );
  if (fault?.code === "binary-file" && isPacked(fault.value)) {
    return { key: "exchange.problem.zipped-file" };
  }
  if (fault) {
    const max = limitOfProblem(fault.code) ?? 0;
    return { key: `exchange.problem.${fault.code}`, values: { max } };
  }
  return ledgerObjects(file).length > mostLedgerObjects
    ? { key: "exchange.upload.tooManyObjects", values: { max: mostLedgerObjects } }
    : null;
}

/** No ledger is a workbook, so what is packed is packed with a file of it inside. */
function isPacked(kind: string | undefined): boolean {
  return kind === "zip" || kind === "gzip";
}

function unusableList(bytes: Uint8Array): Sentence | null {
  const { problems, header } = readList(bytes);
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
  if (!fault) return null;
  const { code, row = 1, expected: max = 0 } = fault;
  return { key: `exchange.problem.${code}`, values: { row, max } };
}
