import { fileTypeFromBuffer } from "file-type";

/** The kinds of document that people may hand in. All are sent back as downloads, never shown. */
export const documentKinds = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

export type DocumentKind = keyof typeof documentKinds;

/** What the bytes are, whatever the name or the sender says; null for any other kind of file. */
export async function documentKindOf(bytes: Uint8Array): Promise<DocumentKind | null> {
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const found = Object.entries(documentKinds).find(([, mediaType]) => mediaType === type?.mime);
  // Object.entries forgets the type of the keys.
  return found ? (found[0] as DocumentKind) : null;
}

/**
 * Whether the end of a document is there, by the mark that its format ends with. A file that was
 * cut off on its way has the right beginning and can't be opened.
 */
export function hasItsEnd(kind: DocumentKind, bytes: Uint8Array): boolean {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (kind) {
    case "pdf":
      return content.includes("%%EOF", -4096);
    case "png":
      return endsAfter(content, Buffer.from("IEND"), 4);
    case "jpg":
      // The last picture in the file (cameras put small ones before) must end after it starts.
      return content.lastIndexOf(endOfJpeg) > content.lastIndexOf(startOfScan);
    case "webp":
      return content.readUInt32LE(4) + 8 <= content.length;
    case "docx":
      return endsAfter(content, endOfZip, 18);
  }
}

/** Whether the last `mark` is followed by the bytes that belong to it. */
function endsAfter(content: Buffer, mark: Buffer, following: number): boolean {
  const at = content.lastIndexOf(mark);
  return at !== -1 && at + mark.length + following <= content.length;
}

const endOfJpeg = Buffer.from([0xff, 0xd9]);
const startOfScan = Buffer.from([0xff, 0xda]);
const endOfZip = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
