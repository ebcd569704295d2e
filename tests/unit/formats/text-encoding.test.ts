import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";

import { decodeText, type TextEncoding } from "~/formats/text-encoding";

const sentence = "Räksmörgås på Österåkers ånglok";

function encoded(text: string, encoding: string, mark: number[] = []): Uint8Array {
  return new Uint8Array([...mark, ...iconv.encode(text, encoding)]);
}

describe("decodeText", () => {
  const cases: { name: string; bytes: Uint8Array; encoding: TextEncoding }[] = [
    { name: "CP437", bytes: encoded(sentence, "cp437"), encoding: "cp437" },
    { name: "windows-1252", bytes: encoded(sentence, "win1252"), encoding: "windows-1252" },
    { name: "Mac Roman", bytes: encoded(sentence, "macintosh"), encoding: "macintosh" },
    { name: "Latin-9", bytes: encoded(sentence, "latin9"), encoding: "windows-1252" },
    { name: "UTF-8", bytes: encoded(sentence, "utf8"), encoding: "utf-8" },
    {
      name: "marked UTF-8",
      bytes: encoded(sentence, "utf8", [0xef, 0xbb, 0xbf]),
      encoding: "utf-8",
    },
    {
      name: "marked UTF-16LE",
      bytes: encoded(sentence, "utf16le", [0xff, 0xfe]),
      encoding: "utf-16le",
    },
    {
      name: "marked UTF-16BE",
      bytes: encoded(sentence, "utf16be", [0xfe, 0xff]),
      encoding: "utf-16be",
    },
    { name: "unmarked UTF-16LE", bytes: encoded(sentence, "utf16le"), encoding: "utf-16le" },
    { name: "unmarked UTF-16BE", bytes: encoded(sentence, "utf16be"), encoding: "utf-16be" },
  ];
  it.each(cases)("reads $name", ({ bytes, encoding }) => {
    expect(decodeText(bytes)).toEqual({ text: sentence, encoding });
  });

  it("names plain ASCII as such, and a mark before it as UTF-8", () => {
    expect(decodeText(encoded("konto;belopp", "utf8"))).toEqual({
      text: "konto;belopp",
      encoding: "ascii",
    });
    const marked = decodeText(encoded("konto;belopp", "utf8", [0xef, 0xbb, 0xbf]));
    expect(marked).toEqual({ text: "konto;belopp", encoding: "utf-8" });
  });

  it("takes no bytes at all as an empty text", () => {
    expect(decodeText(new Uint8Array())).toEqual({ text: "", encoding: "ascii" });
  });

  it("lets no mark into the text, whatever comes after it", () => {
    const mark = [0xef, 0xbb, 0xbf];
    expect(decodeText(encoded("Å1;x", "win1252", mark)).text).toBe("Å1;x");
    expect(decodeText(encoded("Åkeri;x", "cp437", mark)).text).toBe("Åkeri;x");
    expect(decodeText(encoded("Å1", "utf8", [...mark, ...mark])).text).toBe("Å1");
    expect(decodeText(encoded("ï»¿Å1", "utf8")).text).toBe("Å1");
  });

  it("lets the letters outvote a stray byte of the other encoding", () => {
    const stray = new Uint8Array([...encoded(sentence, "cp437"), 0x20, 0xf6]);
    expect(decodeText(stray).encoding).toBe("cp437");
    const other = new Uint8Array([...encoded(sentence, "win1252"), 0x20, 0x94]);
    expect(decodeText(other).encoding).toBe("windows-1252");
  });

  it("does not take windows-1252's quotation marks for CP437's ö", () => {
    const text = "”Nå” sa ”hon” och ”han”";
    expect(decodeText(encoded(text, "win1252"))).toEqual({ text, encoding: "windows-1252" });
  });

  it("asks é and ü where there is no å, ä or ö", () => {
    expect(decodeText(encoded("Idé hos Müller", "cp437"))).toEqual({
      text: "Idé hos Müller",
      encoding: "cp437",
    });
    expect(decodeText(encoded("Idé hos Müller", "win1252")).encoding).toBe("windows-1252");
  });

  it("takes a š of windows-1252 and an è of CP437 for no letter of Mac Roman", () => {
    for (const text of [
      "Nataša Šimić på Öland".replace("ć", "c"),
      "Tomaš, Nataša Šimić-Strand på Åsö".replace("ć", "c"),
    ]) {
      expect(decodeText(encoded(text, "win1252")).text).toBe(text);
    }
    for (const text of ["Kåre hos Bellèvue Grünerløkka".replace("ø", "ö"), "Crème brülée"]) {
      expect(decodeText(encoded(text, "cp437")).text).toBe(text);
    }
  });

  it("lets the caller decide what no letter decides", () => {
    const undecided = new Uint8Array([0x31, 0xb1, 0x32]);
    expect(decodeText(undecided).encoding).toBe("windows-1252");
    expect(decodeText(undecided, { undecided: "cp437" }).encoding).toBe("cp437");
  });

  it("stays with UTF-8 where one byte of it is damaged or cut off", () => {
    const whole = encoded(sentence, "utf8");
    const cut = decodeText(whole.subarray(0, encoded("Räksmörgå", "utf8").length - 1));
    expect(cut).toEqual({ text: "Räksmörg\uFFFD", encoding: "utf-8" });
  });
});
