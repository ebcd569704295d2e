import type { IsoDate } from "~/terms/day";
import { fieldText } from "./field-text";
import type { Heads } from "./heads";
import { normalisedDimension } from "./object-list";
import { readOrgNumber } from "./org-number";
import type { ProblemLog } from "./problem-log";
import type { SieAccount, SieFile } from "./sie-file";
import { sieLimits } from "./sie-limits";
import { parseSieDate } from "./sie-values";
import type { SieItem } from "./voucher-items";

/** A file while it is read: accounts stand apart, so that #KTYP finds its own in a long chart. */
export type FileDraft = { file: SieFile; accounts: Map<string, SieAccount>; heads: Heads };

/**
 * What reads each item that describes the file or its chart of accounts. Balances (#IB, #UB, #RES,
 * #OIB, #OUB, #PSALDO) and #PBUDGET have no reader: actuals come from vouchers.
 */
export const fileItemReaders: ReadonlyMap<string, ItemReader> = new Map<string, ItemReader>([
  ["FLAGGA", readFlag],
  ["PROGRAM", readProgram],
  ["GEN", readGenerated],
  ["OMFATTN", readCovered],
  ["FORMAT", ({ file }, item) => void (file.format = text(item, 0))],
  ["SIETYP", readType],
  ["ORGNR", readOrganisation],
  ["FNAMN", ({ heads }, item) => heads.say({ companyName: text(item, 0) })],
  ["VALUTA", readCurrency],
  ["RAR", readFiscalYear],
  ["KONTO", readAccount],
  ["KTYP", readAccountKind],
  ["DIM", readDimension],
  ["UNDERDIM", readDimension],
  ["OBJEKT", readObject],
]);

type ItemReader = (draft: FileDraft, item: SieItem, log: ProblemLog) => void;

/** The first item of a file, and of each that was put behind it. */
function readFlag({ file, heads }: FileDraft, item: SieItem): void {
  file.flaggedAsImported = text(item, 0) === "1";
  heads.begin();
}

/** What programs write instead of the code. */
const kronorWords = new Set(["KR", "KR.", "SKR", "KRONOR", "SVENSKA KRONOR"]);

function readCurrency({ heads }: FileDraft, item: SieItem): void {
  const currency = text(item, 0).toUpperCase();
  if (currency !== "") heads.say({ currency: kronorWords.has(currency) ? "SEK" : currency });
}

/** A name of several words without quotes: all but the last field, which is the version. */
function readProgram({ file }: FileDraft, item: SieItem): void {
  const words = item.fields.map(fieldText);
  const unquoted = item.fields.length > 2 && item.fields.every((field) => !field.quoted);
  file.program = unquoted ? words.slice(0, -1).join(" ") : (words[0] ?? "");
  file.programVersion = (unquoted ? words.at(-1) : words[1]) ?? "";
}

/** A day that can't be read is none: nothing is summed by it. */
function readGenerated({ file }: FileDraft, item: SieItem): void {
  const parsed = parseSieDate(item.fields[0]?.text ?? "");
  if (parsed.kind === "day") file.generatedOn = parsed.date;
}

/** Of files put together, the one that reaches the furthest. */
function readCovered({ file }: FileDraft, item: SieItem): void {
  const parsed = parseSieDate(item.fields[0]?.text ?? "");
  if (parsed.kind !== "day") return;
  if (file.coversUntil === null || parsed.date > file.coversUntil) file.coversUntil = parsed.date;
}

function readType({ file }: FileDraft, item: SieItem): void {
  const type = Number(/^[1-4]/.exec(text(item, 0))?.[0] ?? 0);
  if (type !== 0) file.type = type;
}

function readOrganisation({ heads }: FileDraft, item: SieItem, log: ProblemLog): void {
  const orgNumber = readOrgNumber(item.fields.map(fieldText));
  if (orgNumber === null) return;
  heads.say({ orgNumber });
  if (orgNumber.normalised === null) {
    log.add("org-number-unreadable", placeOf(item, "organisation number", orgNumber.raw));
  }
}

/** Files of type 4I may leave the days blank: then the year is not declared. */
function readFiscalYear({ file }: FileDraft, item: SieItem, log: ProblemLog): void {
  const index = Number.parseInt(text(item, 0), 10);
  const firstDay = readDay(item, { position: 1, field: "start" }, log);
  const lastDay = readDay(item, { position: 2, field: "end" }, log);
  if (firstDay === null || lastDay === null || firstDay > lastDay) return;
  if (file.fiscalYears.length >= sieLimits["too-many-fiscal-years"]) {
    log.add("too-many-fiscal-years", { line: item.line, tag: item.tag });
    return;
  }
  file.fiscalYears.push({ index: Number.isNaN(index) ? 0 : index, firstDay, lastDay });
}

function readDay(
  item: SieItem,
  { position, field }: { position: number; field: string },
  log: ProblemLog,
): IsoDate | null {
  const parsed = parseSieDate(item.fields[position]?.text ?? "");
  if (parsed.kind === "day") return parsed.date;
  if (parsed.kind !== "blank") {
    log.add(`date-${parsed.kind}`, placeOf(item, field, text(item, position)));
  }
  return null;
}

function readAccount({ accounts }: FileDraft, item: SieItem): void {
  const number = text(item, 0);
  if (number !== "") accounts.set(number, { number, name: text(item, 1), kind: null });
}

function readAccountKind({ accounts }: FileDraft, item: SieItem): void {
  const account = accounts.get(text(item, 0));
  const kind = accountKinds.get(text(item, 1).toUpperCase());
  if (account !== undefined && kind !== undefined) account.kind = kind;
}

const accountKinds = new Map<string, SieAccount["kind"]>([
  ["T", "T"],
  ["S", "S"],
  ["K", "K"],
  ["I", "I"],
]);

function readDimension({ file }: FileDraft, item: SieItem): void {
  const number = normalisedDimension(text(item, 0));
  const parent = item.tag === "UNDERDIM" ? normalisedDimension(text(item, 2)) : "";
  if (number === "") return;
  file.dimensions.push({ number, name: text(item, 1), parent: parent === "" ? null : parent });
}

function readObject({ file }: FileDraft, item: SieItem): void {
  const dimension = normalisedDimension(text(item, 0));
  const code = text(item, 1);
  if (dimension !== "" && code !== "") file.objects.push({ dimension, code, name: text(item, 2) });
}

function text(item: SieItem, position: number): string {
  return fieldText(item.fields[position]);
}

function placeOf(item: SieItem, field: string, value: string) {
  return { line: item.line, tag: item.tag, field, value };
}
