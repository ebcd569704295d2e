import type { SieOrgNumber } from "./sie-file";

/**
 * #ORGNR with or without hyphen, in twelve digits (16 before a company's number, a century before
 * a person's), split in two fields, or as a VAT number (SE … 01). From the third digit up to 1 the
 * number holds a month, so it is a person's: numbers of companies and authorities have 2 or more
 * there (lag 1974:174 om identitetsbeteckning för juridiska personer).
 */
export function readOrgNumber(fields: string[]): SieOrgNumber | null {
  const [first = "", second = ""] = fields.map((field) => field.trim());
  const raw = /^\d{6}$/.test(first) && /^\d{4}$/.test(second) ? `${first} ${second}` : first;
  if (raw === "") return null;
  const digits = tenDigits(raw);
  if (digits === null) return { raw, normalised: null, isPersonal: false };
  return {
    raw,
    normalised: `${digits.slice(0, 6)}-${digits.slice(6)}`,
    isPersonal: digits[2]! < "2" && !/^0+$/.test(digits),
  };
}

function tenDigits(raw: string): string | null {
  const vat = /^SE\s*(\d{10})01$/i.exec(raw);
  if (vat !== null) return vat[1]!;
  const digits = raw.replace(/[\s\-–+]/g, "");
  if (/^\d{10}$/.test(digits)) return digits;
  return /^(?:16|18|19|20)\d{10}$/.test(digits) ? digits.slice(2) : null;
}
