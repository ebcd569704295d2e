import { expect, test } from "vitest";
import { readSie } from "~/formats/sie/read-sie";

/** `company currency` of each voucher, and of the file. */
function headsOf(...lines: string[]): string[] {
  const text = ["#FLAGGA 0", ...lines, ""].join("\n");
  const { file } = readSie(new TextEncoder().encode(text));
  return [...file.vouchers.map(({ head }) => head), file].map(
    ({ orgNumber, companyName, currency }) =>
      `${orgNumber?.normalised ?? "-"} ${companyName || "-"} ${currency}`,
  );
}

const voucher = "#VER A 1 20130101\n{\n#TRANS 4010 {} 1\n#TRANS 1930 {} -1\n}";

test("vouchers stand under the head before them, which is the file's", () => {
  expect(headsOf("#ORGNR 2120000134", "#FNAMN Ett", voucher)).toEqual([
    "212000-0134 Ett SEK",
    "212000-0134 Ett SEK",
  ]);
});

test("what is said again below a voucher changes nothing above it", () => {
  expect(
    headsOf(
      "#ORGNR 2120000134",
      "#FNAMN Ett",
      voucher,
      "#VALUTA EUR",
      voucher,
      "#FNAMN Två",
      voucher,
    ),
  ).toEqual([
    ...["212000-0134 Ett SEK", "212000-0134 Ett EUR", "212000-0134 Två EUR"],
    "212000-0134 Ett SEK",
  ]);
});

test("a file that was put behind another begins anew", () => {
  expect(headsOf("#ORGNR 2120000134", voucher, "#FLAGGA 0", "#FNAMN Två", voucher)).toEqual([
    ...["212000-0134 - SEK", "- Två SEK", "212000-0134 - SEK"],
  ]);
});
