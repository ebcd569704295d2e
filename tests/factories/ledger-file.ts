import { readSie } from "~/formats/sie/read-sie";
import type { SieFile } from "~/formats/sie/sie-file";

/** A row in whole kronor; `objects` are codes of dimension 6. */
export type LedgerRowGiven = {
  account?: string;
  objects?: string[];
  kronor: number;
  text?: string;
  date?: string;
};

export type LedgerVoucherGiven = {
  series?: string;
  number?: string;
  /** `YYYY-MM-DD`. */
  date?: string;
  text?: string;
  rows: LedgerRowGiven[];
};

export type LedgerGiven = {
  /** As #ORGNR; null leaves the item out. */
  orgNumber?: string | null;
  companyName?: string;
  /** As #GEN, `YYYY-MM-DD`; left out where not given. */
  generatedOn?: string;
  /** As #OMFATTN, `YYYY-MM-DD`; left out where not given. */
  coversUntil?: string;
  /** First and last days, `YYYY-MM-DD`. */
  fiscalYears?: [string, string][];
  vouchers: LedgerVoucherGiven[];
};

/** A SIE 4 file whose vouchers are balanced by a row on the bank account. */
export function ledgerText(given: LedgerGiven): string {
  const { orgNumber = "212000-0134", companyName = "Exempelstad", vouchers } = given;
  const fiscalYears = given.fiscalYears ?? [["2013-01-01", "2013-12-31"]];
  return [
    "#FLAGGA 0",
    "#FORMAT PC8",
    ...(given.generatedOn ? [`#GEN ${digits(given.generatedOn)}`] : []),
    "#SIETYP 4",
    ...(orgNumber === null ? [] : [`#ORGNR ${orgNumber}`]),
    ...(companyName ? [`#FNAMN "${companyName}"`] : []),
    ...fiscalYears.map(([first, last], index) => `#RAR ${-index} ${digits(first)} ${digits(last)}`),
    ...(given.coversUntil ? [`#OMFATTN ${digits(given.coversUntil)}`] : []),
    ...vouchers.flatMap(voucherLines),
    "",
  ].join("\n");
}

export function ledgerBytes(given: LedgerGiven): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(ledgerText(given));
}

/** The file as the reader gives it. */
export function ledgerFile(given: LedgerGiven): SieFile {
  const { file, problems } = readSie(ledgerBytes(given));
  const error = problems.find(({ severity }) => severity === "error");
  if (error) throw new Error(`A ledger of a test must be right: ${JSON.stringify(error)}`);
  return file;
}

function voucherLines({ series = "A", number = "", date, text = "", rows }: LedgerVoucherGiven) {
  const sum = rows.reduce((total, { kronor }) => total + kronor, 0);
  return [
    `#VER "${series}" "${number}" ${digits(date ?? "2013-03-04")} "${text}"`,
    "{",
    ...rows.map(rowLine),
    `#TRANS 1930 {} ${-sum}`,
    "}",
  ];
}

function rowLine({ account = "5810", objects = ["P1"], kronor, text, date }: LedgerRowGiven) {
  const list = objects.map((code) => `6 "${code}"`).join(" ");
  const day = date === undefined ? '""' : digits(date);
  return `#TRANS ${account} {${list}} ${kronor}${text || date ? ` ${day} "${text ?? ""}"` : ""}`;
}

function digits(day: string): string {
  return day.replaceAll("-", "");
}
