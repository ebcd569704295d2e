import { crc32 } from "node:zlib";
import { createCanvas } from "@napi-rs/canvas";

// Small documents of every kind that people may hand in, whole and right.

export function pdfFile(name = "intyg.pdf"): File {
  const text =
    "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n";
  return new File([text], name, { type: "application/pdf" });
}

export async function pictureFile(kind: "png" | "jpeg" | "webp", name: string): Promise<File> {
  const canvas = createCanvas(40, 30);
  canvas.getContext("2d").fillRect(5, 5, 20, 10);
  // The overloads take one kind each.
  const bytes = await canvas.encode(kind as "png");
  return new File([new Uint8Array(bytes)], name, { type: `image/${kind}` });
}

export function docxFile(name = "intyg.docx"): File {
  return new File(
    [
      zipOf([
        ["[Content_Types].xml", contentTypes],
        ["word/document.xml", "<d/>"],
      ]),
    ],
    name,
  );
}

const contentTypes = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;

/** A zip with uncompressed entries. */
export function zipOf(entries: [name: string, text: string][]): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of entries) {
    const content = Buffer.from(text);
    const [nameBytes, fields] = [Buffer.from(name), Buffer.alloc(26)];
    fields.writeUInt16LE(20, 0);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(content.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), fields, nameBytes, content]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), fields, tail, nameBytes]),
    );
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...parts, central, Buffer.from("PK\x05\x06"), end]));
}
