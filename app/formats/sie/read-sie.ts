import { setImmediate as letOthersGoFirst } from "node:timers/promises";
import { binaryKind, withoutEndPadding } from "../binary-content";
import { decodeText } from "../text-encoding";
import { createChecksum, type Checksum } from "./checksum";
import { checkFile } from "./check-file";
import { fileItemReaders, type FileDraft } from "./file-items";
import { fieldText } from "./field-text";
import { createHeads } from "./heads";
import { splitFields, type ItemFields, type ItemKind } from "./item-fields";
import { isKnownTagAt, knownTags, tagAtStart } from "./known-tags";
import { createProblemLog, type ProblemLog } from "./problem-log";
import type { SieFile, SieReading } from "./sie-file";
import { sieLimits, type SieLimits } from "./sie-limits";
import { textLines, type TextLine } from "./text-lines";
import { createVoucherBlocks, type VoucherBlocks } from "./voucher-blocks";
import { readRow, readVoucher, type SieItem } from "./voucher-items";

/**
 * Reads a SIE file of types 1–4 (SIE filformat, utgåva 4B, 2008-09-30). Never throws: whatever is
 * odd becomes a problem, and whatever could make the sums wrong becomes an error; then the
 * vouchers are still there to be looked at, but the file is to be refused as a whole.
 *
 * Decisions on what real programs write against the specification:
 * - The encoding is found in the bytes; #FORMAT says PC8 over UTF-8 as often as not.
 * - Only #TRANS counts. Every #RTRANS is followed by the #TRANS that repeats it, a #BTRANS was
 *   struck out.
 * - An unbalanced voucher is an error (see voucher-blocks), a wrong checksum a warning, since
 *   programs write dummies, but a checksum that is announced and never comes is a truncated file.
 * - #FLAGGA 1 is told, not obeyed: it is set by any program that has read the file before.
 * - Unknown labels and further fields are passed over, as the specification (7.1–7.2) demands.
 */
export function readSie(bytes: Uint8Array, limits: SieLimits = sieLimits): SieReading {
  const reading = readInSlices(bytes, limits);
  for (;;) {
    const slice = reading.next();
    if (slice.done === true) return slice.value;
  }
}

/** Reads as `readSie` does, and lets the program's other work go on meanwhile: for a server. */
export async function readSieBeside(bytes: Uint8Array): Promise<SieReading> {
  const reading = readInSlices(bytes, sieLimits);
  for (;;) {
    const slice = reading.next();
    if (slice.done === true) return slice.value;
    await letOthersGoFirst();
  }
}

/** Some ten milliseconds' work. */
const linesOfSlice = 1000;

function* readInSlices(bytes: Uint8Array, limits: SieLimits): Generator<undefined, SieReading> {
  const log = createProblemLog();
  const kind = binaryKind(bytes);
  if (kind !== null) {
    log.add("binary-file", { value: kind });
    return { file: emptyFile(), problems: log.list() };
  }
  const { text, encoding } = decodeText(withoutEndPadding(bytes), { undecided: "cp437" });
  const file = { ...emptyFile(), encoding };
  const unusable = whyUnusable(text);
  if (unusable !== null) {
    log.add(unusable);
    return { file, problems: log.list() };
  }
  const draft: FileDraft = { file, accounts: new Map(), heads: createHeads() };
  yield* readLines(text, { draft, log, limits });
  file.accounts = [...draft.accounts.values()];
  file.heads = draft.heads.list();
  Object.assign(file, file.heads[0]);
  if (text.includes("\uFFFD")) log.add("unreadable-characters");
  checkFile(file, log);
  return { file, problems: log.list() };
}

function emptyFile(): SieFile {
  return {
    program: "",
    programVersion: "",
    generatedOn: null,
    coversUntil: null,
    encoding: "ascii",
    format: "",
    type: 1,
    flaggedAsImported: false,
    orgNumber: null,
    companyName: "",
    currency: "SEK",
    heads: [],
    fiscalYears: [],
    accounts: [],
    dimensions: [],
    objects: [],
    vouchers: [],
  };
}

/** An item at the start of some line; a table or a letter has none. */
const telltaleItem =
  /^[ \t]*#(?:FLAGGA|PROGRAM|FORMAT|GEN|SIETYP|ORGNR|FNAMN|RAR|KONTO|IB|UB|VER|TRANS)(?![a-z])/im;

function whyUnusable(text: string): "empty-file" | "sie-5" | "not-sie" | null {
  if (text.trim() === "") return "empty-file";
  if (/^\s*<(?:\?xml|!--|[a-z0-9]*:?sie)/i.test(text.slice(0, 200))) return "sie-5";
  return telltaleItem.test(text) ? null : "not-sie";
}

type Reading = {
  draft: FileDraft;
  blocks: VoucherBlocks;
  log: ProblemLog;
  limits: SieLimits;
  checksum: Checksum | null;
  /** How many items have been read of those that are of use. */
  items: number;
};

function* readLines(
  text: string,
  { draft, log, limits }: Pick<Reading, "draft" | "log" | "limits">,
): Generator<undefined> {
  const blocks = createVoucherBlocks(draft.file.vouchers, log);
  const reading: Reading = { draft, blocks, log, limits, checksum: null, items: 0 };
  const lines = lookAhead(textLines(text));
  for (let line = lines.take(); line !== null; line = lines.take()) {
    const limit = limitOf(line, reading);
    if (limit !== null) return log.add(limit, { line: line.number });
    // Before the line is read, which may sum the lines that continue it.
    if (!isChecksumLine(line)) reading.checksum?.addLine(line.text);
    readLine(line, lines, reading);
    if (line.number % linesOfSlice === 0) yield;
  }
  blocks.endFile();
  if (reading.checksum !== null) log.add("checksum-missing", { tag: "KSUMMA" });
}

function limitOf({ text }: TextLine, { items, limits }: Reading) {
  if (text.length > limits["line-too-long"]) return "line-too-long";
  return items > limits["too-many-items"] ? "too-many-items" : null;
}

function isChecksumLine({ text }: TextLine): boolean {
  return /^\s*#KSUMMA/i.test(text);
}

function readLine(line: TextLine, lines: LookAhead, reading: Reading): void {
  let rest = trimmedStart(line.text);
  while (rest !== "") {
    const found = tagAtStart(rest);
    if (rest.startsWith("{")) {
      reading.blocks.openBrace();
      rest = trimmedStart(rest.slice(1));
    } else if (rest.startsWith("}")) {
      reading.blocks.closeBrace(line.number);
      rest = trimmedStart(rest.slice(1));
    } else if (found === null) {
      reading.log.add("stray-line", { line: line.number, value: rest });
      rest = fromNextItem(rest);
    } else {
      const isLast = !line.terminated && !knownTags.has(found.tag);
      if (isLast) reading.log.add("last-line-cut", { line: line.number, value: rest });
      rest = readItem({ tag: found.tag, text: rest.slice(found.length), line, lines, reading });
    }
  }
}

/** Reads one item and returns what follows it on the line. */
function readItem({
  tag,
  text,
  line,
  lines,
  reading,
}: {
  tag: string;
  text: string;
  line: TextLine;
  lines: LookAhead;
  reading: Reading;
}): string {
  const isUsed = itemKinds.has(tag) || fileItemReaders.has(tag) || tag === "KSUMMA";
  if (!isUsed && !text.includes("#")) return "";
  const kind = itemKinds.get(tag) ?? "other";
  const fields = withContinuedText({
    fields: splitFields(text, kind),
    text,
    kind,
    line,
    lines,
    reading,
  });
  if (isUsed) useItem({ ...fields, tag, line: line.number }, reading);
  return fields.rest;
}

const itemKinds: ReadonlyMap<string, ItemKind> = new Map<string, ItemKind>([
  ["VER", "voucher"],
  ["TRANS", "row"],
  ["RTRANS", "row"],
  ["BTRANS", "row"],
]);

function useItem(item: SieItem, reading: Reading): void {
  const { draft, blocks, log } = reading;
  reading.items += 1;
  if (item.tag === "TRANS") blocks.addRow(readRow(item, log), item.line);
  else if (item.tag === "VER") {
    blocks.startVoucher({ ...readVoucher(item, log), head: draft.heads.ofVoucher() });
  } else if (item.tag === "KSUMMA") readChecksum(item, reading);
  else fileItemReaders.get(item.tag)?.(draft, item, log);
}

/** The first #KSUMMA has no field and starts the sum, the last one holds it. */
function readChecksum(item: SieItem, reading: Reading): void {
  const stated = fieldText(item.fields[0]);
  if (stated === "") {
    reading.checksum ??= createChecksum();
    return;
  }
  if (reading.checksum === null) return;
  const computed = reading.checksum.value();
  reading.checksum = null;
  // Some programs write the 32 bits as a signed number.
  if (Number(stated) >>> 0 === computed) return;
  reading.log.add("checksum-mismatch", { line: item.line, tag: item.tag, value: stated });
}

const mostContinuedLines = 20;

/** A line end inside quotes: lines that are no item and no brace belong to the text before them. */
function withContinuedText({
  fields,
  text,
  kind,
  line,
  lines,
  reading,
}: {
  fields: ItemFields;
  text: string;
  kind: ItemKind;
  line: TextLine;
  lines: LookAhead;
  reading: Reading;
}): ItemFields {
  let whole = text;
  let result = fields;
  for (let count = 0; result.unclosedQuote !== null && count < mostContinuedLines; count += 1) {
    const next = lines.peek();
    if (next === null || !/^\s*[^\s#{}]/.test(next.text)) break;
    lines.take();
    reading.checksum?.addLine(next.text);
    whole += ` ${next.text.trim()}`;
    result = splitFields(whole, kind);
    reading.log.add("line-break-in-text", { line: next.number });
  }
  if (result.unclosedQuote !== null) {
    reading.log.add("quote-not-closed", { line: line.number, value: text.trim() });
  }
  return result;
}

/** Blanks, and the stray control characters and marks that files begin or end with. */
function trimmedStart(text: string): string {
  const start = text.search(/[^\s\u0000-\u001f\u007f\uFEFF]/);
  return start === -1 ? "" : text.slice(start);
}

function fromNextItem(text: string): string {
  for (let at = text.indexOf("#", 1); at !== -1; at = text.indexOf("#", at + 1)) {
    if (isKnownTagAt(text, at)) return text.slice(at);
  }
  return "";
}

type LookAhead = { take: () => TextLine | null; peek: () => TextLine | null };

function lookAhead(lines: Generator<TextLine>): LookAhead {
  let ahead: TextLine | null = null;
  const next = () => {
    const result = lines.next();
    return result.done === true ? null : result.value;
  };
  return {
    take: () => {
      const line = ahead ?? next();
      ahead = null;
      return line;
    },
    peek: () => (ahead ??= next()),
  };
}
