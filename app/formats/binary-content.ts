/** What a file is that should have been text. `unknown`: NUL bytes, but no format that we name. */
export type BinaryKind = "zip" | "office" | "pdf" | "old-office" | "packed" | "image" | "unknown";

/**
 * Tells a file that cannot be a ledger or a table in text from one that can: by the first bytes
 * (an .xls is `old-office`, an archive `zip` or of another kind `packed`; an .xlsx, .docx or .ods is
 * `office`, though it is a zip), or by NUL bytes where there is no UTF-16. A NUL or
 * two in a long file is damage that a reader may survive; from one byte in a thousand it is binary.
 * Padding of NUL and Ctrl-Z at the end, as DOS programs leave it, does not count.
 *
 * @returns null for what may be text
 */
export function binaryKind(bytes: Uint8Array): BinaryKind | null {
  for (const { kind, start, at = 0 } of signatures) {
    if (start.every((byte, index) => bytes[at + index] === byte)) {
      return kind === "zip" && isOfOffice(bytes) ? "office" : kind;
    }
  }
  if (utf16ByteOrder(bytes) !== null) return null;
  const content = withoutEndPadding(bytes);
  return countNuls(content) * 1000 > content.length ? "unknown" : null;
}

/** Whether a zip is a workbook or another document: its first entry is one of those that these begin with. */
function isOfOffice(bytes: Uint8Array): boolean {
  const length = (bytes[26] ?? 0) + (bytes[27] ?? 0) * 256;
  const name = new TextDecoder("latin1").decode(bytes.subarray(30, 30 + length));
  return /^(?:\[Content_Types\]\.xml$|_rels\/|docProps\/|xl\/|word\/|ppt\/|customXml\/|mimetype$)/.test(
    name,
  );
}

/** Whether a file of this kind has other files in it. */
export function isPacked(kind: string | undefined): boolean {
  return kind === "zip" || kind === "packed";
}

/** The bytes without the NULs and Ctrl-Zs after the last real byte; UTF-16 is left as it is. */
export function withoutEndPadding(bytes: Uint8Array): Uint8Array {
  if (utf16ByteOrder(bytes) !== null) return bytes;
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x00 || bytes[end - 1] === 0x1a)) end -= 1;
  return bytes.subarray(0, end);
}

/** By its mark, or, without one, by NUL in nearly every second byte of the beginning. */
export function utf16ByteOrder(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const pairs = Math.min(bytes.length, 4096) >> 1;
  if (pairs < 2) return null;
  let nulFirst = 0;
  let nulSecond = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    if (bytes[2 * pair] === 0) nulFirst += 1;
    if (bytes[2 * pair + 1] === 0) nulSecond += 1;
  }
  if (nulSecond > pairs * 0.7 && nulFirst === 0) return "utf-16le";
  if (nulFirst > pairs * 0.7 && nulSecond === 0) return "utf-16be";
  return null;
}

/** `at`: where it stands, if not at the beginning. */
const signatures: { kind: BinaryKind; start: number[]; at?: number }[] = [
  { kind: "zip", start: [0x50, 0x4b, 0x03, 0x04] },
  { kind: "zip", start: [0x50, 0x4b, 0x05, 0x06] },
  { kind: "pdf", start: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { kind: "old-office", start: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  // gzip, 7z, rar, xz, bzip2, zstd, tar.
  { kind: "packed", start: [0x1f, 0x8b, 0x08] },
  { kind: "packed", start: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: "packed", start: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { kind: "packed", start: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { kind: "packed", start: [0x42, 0x5a, 0x68] },
  { kind: "packed", start: [0x28, 0xb5, 0x2f, 0xfd] },
  { kind: "packed", start: [0x75, 0x73, 0x74, 0x61, 0x72], at: 257 },
  { kind: "image", start: [0x89, 0x50, 0x4e, 0x47] },
  { kind: "image", start: [0xff, 0xd8, 0xff] },
];

function countNuls(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1)) count += 1;
  return count;
}
