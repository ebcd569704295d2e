import iconv from "iconv-lite";

import { utf16ByteOrder } from "./binary-content";

export type TextEncoding =
  "utf-8" | "utf-16le" | "utf-16be" | "cp437" | "windows-1252" | "macintosh" | "ascii";

export type DecodedText = { text: string; encoding: TextEncoding };

/**
 * Text of a file whose encoding nobody states truthfully. Swedish ledgers and spreadsheets come
 * in UTF-8 (with or without a mark), UTF-16, windows-1252 (Latin-1 and Latin-9 agree with it on
 * the letters), from SIE, code page 437 and, from older programs of the Mac, Mac Roman.
 *
 * The order: byte-order mark of UTF-16 or its pattern of NULs; a byte-order mark or a majority of
 * well-formed multi-byte sequences → UTF-8 (a stray byte becomes U+FFFD); otherwise å ä ö Å Ä Ö,
 * then the rarer letters, vote between CP437, windows-1252 and Mac Roman. `undecided` wins a tie. Bytes all
 * below 128 are reported as `ascii`. A mark in front never reaches the text, not even when the
 * bytes after it turn out to be no UTF-8.
 */
export function decodeText(
  bytes: Uint8Array,
  { undecided = "windows-1252" }: { undecided?: "cp437" | "windows-1252" } = {},
): DecodedText {
  const byteOrder = utf16ByteOrder(bytes);
  if (byteOrder !== null) return decodeUnicode(bytes, byteOrder);
  const { wellFormed, broken } = countUtf8Sequences(bytes);
  if (broken === 0 && wellFormed === 0 && !hasUtf8Mark(bytes)) {
    return { text: new TextDecoder().decode(bytes), encoding: "ascii" };
  }
  if (broken === 0 || wellFormed > broken) return decodeUnicode(bytes, "utf-8");
  const unmarked = hasUtf8Mark(bytes) ? bytes.subarray(3) : bytes;
  const encoding = voteForSingleByteEncoding(unmarked) ?? undecided;
  return { text: iconv.decode(unmarked, encoding), encoding };
}

function decodeUnicode(
  bytes: Uint8Array,
  encoding: "utf-8" | "utf-16le" | "utf-16be",
): DecodedText {
  // The decoder takes one mark away. Files that went through two tools carry a second one, or one
  // that was read as windows-1252 and written again.
  const text = new TextDecoder(encoding).decode(bytes).replace(/^(?:\uFEFF|ï»¿)+/, "");
  return { text, encoding };
}

function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** Multi-byte sequences of UTF-8 as RFC 3629 allows them, the mark not counted, and bytes ≥ 128 outside them. */
function countUtf8Sequences(bytes: Uint8Array): { wellFormed: number; broken: number } {
  let wellFormed = 0;
  let broken = 0;
  for (let index = hasUtf8Mark(bytes) ? 3 : 0; index < bytes.length;) {
    const lead = bytes[index]!;
    if (lead < 0x80) {
      index += 1;
      continue;
    }
    const length = sequenceLength(lead, bytes[index + 1] ?? 0);
    if (length > 0 && hasContinuations(bytes, index, length)) {
      wellFormed += 1;
      index += length;
    } else {
      broken += 1;
      index += 1;
    }
  }
  return { wellFormed, broken };
}

function sequenceLength(lead: number, second: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead === 0xe0) return second >= 0xa0 ? 3 : 0;
  if (lead === 0xed) return second <= 0x9f ? 3 : 0;
  if (lead >= 0xe1 && lead <= 0xef) return 3;
  if (lead === 0xf0) return second >= 0x90 ? 4 : 0;
  if (lead === 0xf4) return second <= 0x8f ? 4 : 0;
  return lead >= 0xf1 && lead <= 0xf3 ? 4 : 0;
}

function hasContinuations(bytes: Uint8Array, start: number, length: number): boolean {
  for (let offset = 1; offset < length; offset += 1) {
    if (((bytes[start + offset] ?? 0) & 0xc0) !== 0x80) return false;
  }
  return true;
}

const swedishLetters = {
  cp437: new Set([0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99]),
  windows1252: new Set([0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6]),
  // Å Ä Ö alone are €, … and a gap in windows-1252.
  macintosh: new Set([0x8c, 0x8a, 0x9a]),
};

/** é É ü Ü è à ç and, in windows-1252 only, hard space and §. Bytes that are a letter in both are left out. */
const otherLetters = {
  cp437: new Set([0x82, 0x90, 0x81, 0x9a, 0x8a, 0x85, 0x87]),
  windows1252: new Set([0xe9, 0xc9, 0xfc, 0xdc, 0xe8, 0xe0, 0xe7, 0xa0, 0xa7]),
};

/**
 * A byte inside a word weighs ten, elsewhere one: windows-1252's ” † „ ™ are CP437's ö å ä Ö, but
 * stand at the edge of words.
 */
function voteForSingleByteEncoding(
  bytes: Uint8Array,
): "cp437" | "windows-1252" | "macintosh" | null {
  if (isMacintosh(bytes)) return "macintosh";
  for (const letters of [swedishLetters, otherLetters]) {
    let balance = 0;
    for (let index = 0; index < bytes.length; index += 1) {
      const byte = bytes[index]!;
      if (byte < 0x80) continue;
      const weight = isWordByte(bytes[index - 1]) && isWordByte(bytes[index + 1]) ? 10 : 1;
      if (letters.cp437.has(byte)) balance += weight;
      else if (letters.windows1252.has(byte)) balance -= weight;
    }
    if (balance !== 0) return balance > 0 ? "cp437" : "windows-1252";
  }
  return null;
}

/**
 * Two of Mac Roman's å ä ö behind letters, and more than letters of the others: windows-1252 has Œ Š š
 * in their places, and CP437 è Ü and î.
 */
function isMacintosh(bytes: Uint8Array): boolean {
  const found = new Set<number>();
  let balance = 0;
  for (let index = 1; index < bytes.length; index += 1) {
    const byte = bytes[index]!;
    if (byte < 0x80 || !isWordByte(bytes[index - 1])) continue;
    if (swedishLetters.macintosh.has(byte)) {
      balance += 1;
      found.add(byte);
    } else if (swedishLetters.cp437.has(byte) || swedishLetters.windows1252.has(byte)) balance -= 1;
  }
  return found.size > 1 && balance > 0;
}

function isWordByte(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const lower = byte | 0x20;
  return byte >= 0x80 || (lower >= 0x61 && lower <= 0x7a);
}
