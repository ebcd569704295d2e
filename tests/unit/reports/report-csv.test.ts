import Papa from "papaparse";
import { expect, test } from "vitest";
import { fileOf } from "~/features/reports/files/report-files.server";
import type { Report } from "~/features/reports/rules/report";
import { translator } from "~/i18n/server";
import { exampleReport } from "./example-report";

const inSwedish = { language: "sv" as const, t: translator("sv") };
const inEnglish = { language: "en" as const, t: translator("en") };

function csvOf(report: Report, speech: typeof inSwedish | typeof inEnglish = inSwedish): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(
    fileOf(report, { format: "csv", speech }).bytes,
  );
}

function rowsOf(csv: string): string[][] {
  return Papa.parse<string[]>(csv.slice(1), { delimiter: ";" }).data;
}

/** The rows under a part's name and column heads, until the next empty row. */
function partOf(rows: string[][], title: string): string[][] {
  const from = rows.findIndex(([first, ...rest]) => first === title && rest.every((cell) => !cell));
  const length = rows.slice(from).findIndex((row) => row.every((cell) => cell === ""));
  if (from === -1) throw new Error(`There is no part ${title}`);
  return rows.slice(from + 1, length === -1 ? undefined : from + length);
}

/** Öre as the file must write them. */
function kronor(amountOre: number): string {
  return (amountOre / 100).toFixed(2).replace(".", ",");
}

/** Every amount of the JSON, with the keys that lead to it. */
function amountsIn(value: unknown, path: string[] = []): { path: string[]; amountOre: number }[] {
  if (typeof value !== "object" || value === null) {
    const isAmount = typeof value === "number" && path.at(-1)?.endsWith("Ore");
    return isAmount ? [{ path, amountOre: value }] : [];
  }
  return Object.entries(value).flatMap(([key, inner]) => amountsIn(inner, [...path, key]));
}

test("semicolons, decimal commas, a byte-order mark, CRLF, and rows of one width", () => {
  const csv = csvOf(exampleReport());
  expect(csv.startsWith("\uFEFFRedovisningen;")).toBe(true);
  expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r]/);
  const widths = new Set(rowsOf(csv.trimEnd()).map((row) => row.length));
  expect(widths.size).toBe(1);
});

test("every amount of the JSON is in the CSV, ungrouped, with an ASCII minus", () => {
  const report = exampleReport();
  const json: unknown = JSON.parse(
    new TextDecoder().decode(fileOf(report, { format: "json", speech: inSwedish }).bytes),
  );
  expect(json).toEqual(report);
  const cells = new Set(rowsOf(csvOf(report)).flat());
  const amounts = amountsIn(json);
  expect(amounts.length).toBeGreaterThan(80);
  for (const { path, amountOre } of amounts) {
    expect(cells, path.join(".")).toContain(kronor(amountOre));
  }
  expect([...cells].filter((cell) => /\d[\u00a0\u202f ]\d{3},/.test(cell))).toEqual([]);
  expect([...cells].join("")).not.toContain("\u2212");
});

test("each line's amounts stand in its own row, under their heads, with its comment", () => {
  const report = exampleReport();
  const [head = [], ...rows] = partOf(rowsOf(csvOf(report)), "Pengar per budgetpost");
  expect(head.filter(Boolean)).toEqual([
    "Kostnadsslag",
    "Budgetpost",
    "Finansiering",
    "Budget",
    "Plan t.o.m. 28 maj 2013, egen arbetsinsats t.o.m. 31 maj 2013",
    "Tidigare",
    "Ändrat",
    "Denna period",
    "Varav sent",
    "Ackumulerat",
    "Återstår",
    "Avvikelse",
    "Avvikelse (%)",
    "Kommentar",
  ]);
  const { lines, unplaced, totals } = report.money;
  const expected = [...lines, unplaced, totals].map((sums) =>
    [
      sums.budgetOre,
      sums.planOre,
      sums.previousOre,
      sums.changedOre,
      sums.thisPeriodOre,
      sums.lateOre,
      sums.accumulatedOre,
      sums.remainingOre,
      sums.varianceOre,
    ].map(kronor),
  );
  expect(rows.map((row) => row.slice(3, 12))).toEqual(expected);
  expect(rows[0]?.slice(0, 3)).toEqual([
    "Utbildning",
    "Kurser; föreläsare",
    "Bidrag från Länsstyrelsen",
  ]);
  expect(rows[1]?.slice(12, 14)).toEqual(["-23,5", "'-Dyrare än väntat"]);
  expect(rows[1]?.[10]).toBe("-234,56");
});

test("text can't become a formula, whoever wrote it", () => {
  const rows = rowsOf(csvOf(exampleReport()));
  expect(rows.flat().filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
  expect(rows.flat()).toContain("'@Nätet");
  expect(partOf(rows, "Vad projektet har gjort")[2]?.slice(0, 2)).toEqual(["Resultat", "'=1+1"]);
});

test("own hours, training, cascade and indicators are there as numbers", () => {
  const rows = rowsOf(csvOf(exampleReport()));
  const hours = partOf(rows, "Egen arbetsinsats per part");
  expect(hours[2]?.slice(0, 12)).toEqual([
    ...["därutöver, väntar på svar", "", "", "", "", "", "2,083333"],
    ...["", "", "", "", "700,11"],
  ]);
  expect(hours[3]?.slice(2, 7)).toEqual(["1,5", "0", "6", "0", "7,5"]);
  expect(partOf(rows, "Utbildning")[5]?.slice(0, 6)).toEqual([
    "Kostnad för kurser",
    ...["3981,14", "0,00", "19,03", "0,00"],
    "4000,17",
  ]);
  expect(partOf(rows, "Kunskapsspridning per metod")[1]?.slice(0, 6)).toEqual([
    ...["Sökmetoder", "4", "1", "2", "0", "3"],
  ]);
  expect(partOf(rows, "Resultat mot mål")[1]?.slice(0, 5)).toEqual([
    ...["Kontakter", "kontakter", "0", "150,4", "120,5"],
  ]);
});

test("in English the words change and no figure does", () => {
  const swedish = rowsOf(csvOf(exampleReport())).flat();
  const english = rowsOf(csvOf(exampleReport(), inEnglish)).flat();
  const figures = (cells: string[]) => cells.filter((cell) => /^-?[\d,]+$/.test(cell));
  expect(figures(english)).toEqual(figures(swedish));
  expect(english).toContain("Money per budget line");
  expect(english.join(" ")).not.toMatch(/Ackumulerat|Kostnadsslag/);
});
