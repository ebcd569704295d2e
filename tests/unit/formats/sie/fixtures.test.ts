import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { readSie } from "~/formats/sie/read-sie";
import { summariseSie } from "~/formats/sie/summarise";

import { told } from "./sie-text";

const folder = new URL("../../../fixtures/sie/", import.meta.url);

function readFixture(name: string) {
  return readSie(readFileSync(new URL(name, folder)));
}

describe("whole files", () => {
  it("a municipal ledger in CP437 with checksum, struck rows and sub-dimension", () => {
    const { file, problems } = readFixture("municipal-4e-cp437.se");
    expect(problems).toEqual([]);
    expect(summariseSie(file)).toEqual({
      program: "Påhittad Ekonomi",
      encoding: "cp437",
      vouchers: 4,
      rows: 9,
      projects: { "0042": 3120050, "42": 900000 },
    });
    expect(file.companyName).toBe("Exempelstads kommun, socialförvaltningen");
    expect(file.accounts).toContainEqual({
      number: "5800",
      name: 'Resor "i tjänsten"',
      kind: null,
    });
    expect(file.accounts.find(({ number }) => number === "7010")?.kind).toBe("K");
    expect(file.dimensions).toEqual([
      { number: "1", name: "Ansvar", parent: null },
      { number: "2", name: "Enhet", parent: "1" },
      { number: "6", name: "Projekt", parent: null },
    ]);
    expect(file.objects).toContainEqual({
      dimension: "6",
      code: "0042",
      name: "Sökmetoder på nätet",
    });
    expect(file.vouchers[0]).toMatchObject({
      line: 33,
      series: "A",
      number: "1",
      date: "2025-01-15",
      text: "Resa till Göteborg",
      registered: "2025-01-16",
      signature: "ÅÖ",
      rows: [
        {
          line: 35,
          account: "5800",
          objects: [
            { dimension: "1", code: "100" },
            { dimension: "6", code: "0042" },
          ],
          amountOre: 120050,
          date: "2025-01-15",
          text: 'Tåg "tur och retur"',
          quantity: null,
        },
        {
          line: 36,
          account: "2440",
          objects: [],
          amountOre: -120050,
          date: null,
          text: "",
          quantity: null,
        },
      ],
    });
    expect(file.vouchers[2]?.rows[0]?.quantity).toBe(160);
  });

  it("an association's broken year in windows-1252", () => {
    const { file, problems } = readFixture("association-4e-windows-1252.se");
    expect(problems).toEqual([]);
    expect(summariseSie(file)).toMatchObject({
      encoding: "windows-1252",
      rows: 4,
      projects: { NÄT: 100000 },
    });
    expect(file.orgNumber).toEqual({
      raw: "5555555551",
      normalised: "555555-5551",
      isPersonal: false,
    });
    expect(file.fiscalYears[0]).toEqual({
      index: 0,
      firstDay: "2024-07-01",
      lastDay: "2025-06-30",
    });
  });

  it("a cloud program's UTF-8 under #FORMAT PC8, of a sole trader", () => {
    const { file, problems } = readFixture("cloud-4e-utf-8-mark.se");
    expect(problems).toEqual([]);
    expect(file).toMatchObject({ encoding: "utf-8", format: "PC8", flaggedAsImported: false });
    expect(file.orgNumber).toMatchObject({ normalised: "121212-1212", isPersonal: true });
    expect(file.objects[0]?.name).toBe("Läsår ✓");
    expect(summariseSie(file).projects).toEqual({ P1: 200000 });
  });

  it("tabs and lone carriage returns", () => {
    const { file, problems } = readFixture("tabs-4e-cp437-lone-cr.se");
    expect(problems).toEqual([]);
    expect(summariseSie(file)).toMatchObject({ rows: 3, projects: { "7": 1200000 } });
    expect(file.vouchers[0]?.rows[2]?.text).toBe("Påhittade Kurser AB");
  });

  it("a payroll's 4I: no series, no number, undeclared objects, blank year, Ctrl-Z", () => {
    const { file, problems } = readFixture("payroll-4i-cp437.si");
    expect(problems).toEqual([]);
    expect(file.vouchers[0]).toMatchObject({ series: "", number: "", date: "2025-02-25" });
    expect(file.vouchers[0]?.rows[3]).toMatchObject({ quantity: 72, amountOre: 1800025 });
    expect(file.fiscalYears).toEqual([]);
    expect(summariseSie(file).projects).toEqual({ FÄLT: 2365593 });
  });

  it.each([
    [
      "damaged-cut-in-voucher.se",
      ["error object-list-unreadable 47", "error field-missing 47", "error voucher-not-closed 45"],
    ],
    ["damaged-checksum-missing.se", ["error checksum-missing"]],
    ["damaged-checksum-mismatch.se", ["warning checksum-mismatch 56"]],
    ["damaged-unbalanced.se", ["error voucher-unbalanced 6"]],
    ["damaged-no-such-day.se", ["error date-does-not-exist 6"]],
    ["damaged-unreadable-amount.se", ["error amount-unreadable 8"]],
    ["damaged-open-quote.se", ["warning quote-not-closed 6", "warning quote-not-closed 8"]],
    ["balances-only-type-2.se", ["error type-without-vouchers"]],
  ])("%s", (name, problems) => {
    expect(told(readFixture(name).problems)).toEqual(problems);
  });

  it("an open quote loses neither rows nor braces", () => {
    const { file } = readFixture("damaged-open-quote.se");
    expect(file.vouchers[0]?.text).toBe("Hyra för lokal");
    expect(file.vouchers[0]?.rows.map(({ amountOre }) => amountOre)).toEqual([100000, -100000]);
  });
});
