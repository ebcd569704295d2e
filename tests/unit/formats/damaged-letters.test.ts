import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { looksDamaged } from "~/formats/damaged-letters";

const words = ["Möte på nätet", "Resa på året", "Öl", "Övrigt", "Kö", "Träning", "på", "fågelbö"];

test.each([
  ...words.map((word) => word.replace(/[åäöÅÄÖ]/g, "\uFFFD")),
  ...["M?te p? n?tet", "Resa p? ?ret", "?vrigt", "p?", "tr?ning"],
  ...words.map((word) => iconv.decode(iconv.encode(word, "utf-8"), "windows-1252")),
  ...["Möte på nätet", "på", "övrigt", "kö", "året"].map((word) =>
    iconv.decode(iconv.encode(word, "cp437"), "windows-1252"),
  ),
  ...["Möte", "på", "övrigt", "kö", "året", "Öl"].map((word) =>
    iconv.decode(iconv.encode(word, "windows-1252"), "cp437"),
  ),
  ...["Möte", "på", "nätet", "Träning"].map((word) =>
    iconv.decode(iconv.encode(word, "macroman"), "cp437"),
  ),
  ...["på", "nätet"].map((word) => iconv.decode(iconv.encode(word, "macroman"), "windows-1252")),
])("%s is damaged", (text) => {
  expect(looksDamaged(text)).toBe(true);
});

test.each([
  ...words,
  ...[
    "www.x.se/a?b=1",
    "https://x.se/a?sida",
    "x.se/kurs?id",
    "Vad kostar det?",
    "Klart? Ja",
    "??",
  ],
  ...["Café crème", "première", "Hermès", "Genève", "Über", "Ünal", "Šarić", "Žarko"],
  ...["”Möte på nätet”", 'sa "ja"', "19” skärm", "A & B – C", "50 % av 8÷2", "Möte™"],
])("%s is not", (text) => {
  expect(looksDamaged(text)).toBe(false);
});
