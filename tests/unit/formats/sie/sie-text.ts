import iconv from "iconv-lite";

import type { SieProblem, SieReading } from "~/formats/sie/sie-file";
import { readSie } from "~/formats/sie/read-sie";

/** A file of type 4 with the given lines after its head, in CP437 with LF. */
export function readSieLines(...lines: string[]): SieReading {
  return readSieText(["#FLAGGA 0", '#PROGRAM "Prov" 1', "#SIETYP 4", ...lines, ""].join("\n"));
}

export function readSieText(text: string, encoding = "cp437"): SieReading {
  return readSie(new Uint8Array(iconv.encode(text, encoding)));
}

/** A voucher of 2025-01-15 around the given rows. */
export function voucherAround(...rows: string[]): string[] {
  return ['#VER A 1 20250115 "Prov"', "{", ...rows, "}"];
}

/** `error amount-unreadable 7`: severity, code and line. */
export function told(problems: SieProblem[]): string[] {
  return problems.map(({ severity, code, line }) => [severity, code, line].join(" ").trim());
}

export function codes(reading: SieReading): string[] {
  return [...new Set(reading.problems.map(({ code }) => code))];
}
