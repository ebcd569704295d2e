import { describe, expect, it } from "vitest";

import { binaryKind, withoutEndPadding } from "~/formats/binary-content";

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** How a zip begins whose first entry is called so. */
function zipOf(name: string): Uint8Array {
  const head = [
    0x50,
    0x4b,
    0x03,
    0x04,
    ...Array.from({ length: 22 }, () => 0),
    name.length,
    0,
    0,
    0,
  ];
  return new Uint8Array([...head, ...bytesOf(name), 0, 1, 2]);
}

describe("binaryKind", () => {
  it.each([
    ["zip", [0x50, 0x4b, 0x03, 0x04, 0x14]],
    ["pdf", [...bytesOf("%PDF-1.7")]],
    ["old-office", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
    ["image", [0x89, 0x50, 0x4e, 0x47]],
    ["packed", [0x1f, 0x8b, 0x08]],
    ["packed", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
    ["packed", [...bytesOf("Rar!\u001a\u0007"), 0]],
    ["packed", [0xfd, ...bytesOf("7zXZ"), 0]],
    ["packed", [...bytesOf("BZh9")]],
    [
      "packed",
      [...bytesOf("bok.se"), ...Array.from({ length: 251 }, () => 0), ...bytesOf("ustar")],
    ],
    ["unknown", [1, 2, 0, 3, 0, 0, 0, 4, 5, 6]],
  ])("knows %s", (kind, bytes) => {
    expect(binaryKind(new Uint8Array(bytes))).toBe(kind);
  });

  it.each([
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "word/document.xml",
    "mimetype",
  ])("knows a document of an office program by its first entry %s", (name) =>
    expect(binaryKind(zipOf(name))).toBe("office"),
  );

  it("takes a zip of a file for what it is, whatever the file is called", () => {
    for (const name of ["bok.se", "kurser.xlsx", "lista.csv", "mimetypes.csv", "xl.csv"]) {
      expect(binaryKind(zipOf(name))).toBe("zip");
    }
  });

  it("lets text through, in UTF-16 too, and with padding at the end", () => {
    expect(binaryKind(bytesOf("#FLAGGA 0\n"))).toBeNull();
    expect(binaryKind(new Uint8Array())).toBeNull();
    expect(binaryKind(new Uint8Array(Buffer.from("konto;belopp", "utf16le")))).toBeNull();
    expect(binaryKind(bytesOf(`#FLAGGA 0\n${"\0".repeat(100)}\u001a`))).toBeNull();
  });

  it("survives a lone NUL in a long text, not in a short one", () => {
    expect(binaryKind(bytesOf(`${"a".repeat(2000)}\0b`))).toBeNull();
    expect(binaryKind(bytesOf("a\0b"))).toBe("unknown");
  });
});

describe("withoutEndPadding", () => {
  it("takes away NULs and Ctrl-Z behind the last byte only", () => {
    expect(withoutEndPadding(bytesOf("a\0b\u001a\0\0"))).toEqual(bytesOf("a\0b"));
    const wide = new Uint8Array(Buffer.from("konto", "utf16le"));
    expect(withoutEndPadding(wide)).toEqual(wide);
  });
});
