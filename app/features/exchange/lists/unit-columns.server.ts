import { amountUnit, lengthUnit, wordsOf, type AmountUnit, type LengthUnit } from "./heading-notes";
import type { Units } from "./listed-units.server";
import { listedText } from "./listed-text";
import type { ColumnMapping } from "./training-columns";

/** What a row's bare numbers are counted in, and the columns that say a measure nobody counts in here. */
export type RowUnits = Units & { unknown: number[] };

type Counted = "hours" | "cost";
type Rows = readonly { cells: readonly string[] }[];
type UnitColumn = { index: number; field: Counted; isSame: boolean };

/**
 * Reads in what a row's length and cost are counted: as a column of its own says ("Enhet", "Valuta"),
 * else as their heading does. Where the column says nothing of a row, its heading holds if the column
 * says nowhere anything else.
 */
export function unitReader(
  header: readonly string[],
  mapping: ColumnMapping,
  rows: Rows,
): (cells: readonly string[]) => RowUnits {
  const [hoursAt, costAt] = [mapping.indexOf("hours"), mapping.indexOf("cost")];
  const usual = {
    lengthsIn: lengthUnit(header[hoursAt] ?? ""),
    amountsIn: amountUnit(header[costAt] ?? ""),
  };
  const columns = unitColumns(header, mapping, rows, usual);

  return (cells) => {
    const cellAt = (index: number) => listedText(cells[index]);
    const read: RowUnits = { ...usual, unknown: [] };
    for (const { index, field, isSame } of columns) {
      const word = cellAt(index);
      const counted = cellAt(field === "hours" ? hoursAt : costAt);
      if (counted === "" || (word === "" && isSame)) continue;
      if (field === "hours" && !isBare(counted)) continue;
      const unit = unitOf(field, word);
      if (unit === "unknown") read.unknown.push(index);
      else if (field === "hours") read.lengthsIn = unit === "min" || unit === "s" ? unit : null;
      else read.amountsIn = unit === "min" || unit === "s" ? null : unit;
    }
    return read;
  };
}

/** The columns that nobody has mapped and that say in what the lengths or the costs are counted. */
function unitColumns(
  header: readonly string[],
  mapping: ColumnMapping,
  rows: Rows,
  usual: Units,
): UnitColumn[] {
  return header.flatMap((heading, index) => {
    if (mapping[index] !== null || !asksUnit.test(heading)) return [];
    const words = [...new Set(rows.map(({ cells }) => listedText(cells[index])))].filter(Boolean);
    const field = (["cost", "hours"] as const).find(
      (each) => mapping.includes(each) && isOf(each, heading, words),
    );
    if (field === undefined) return [];
    const plain = field === "hours" ? usual.lengthsIn : usual.amountsIn;
    return [{ index, field, isSame: words.every((word) => unitOf(field, word) === plain) }];
  });
}

/** Whether a column says the unit of a field: by its heading, or by one of its cells that is a unit. */
function isOf(field: Counted, heading: string, words: readonly string[]): boolean {
  if (words.length === 0) return false;
  if (ofTax.test(heading)) return field === "cost" && words.some((word) => taxed.test(word));
  if (field === "cost" ? asksCurrency.test(heading) : asksLength.test(heading)) return true;
  return words.some((word) => unitOf(field, word) !== "unknown" || otherUnits[field].test(word));
}

const asksUnit = /valuta|currency|myntslag|enhet|unit|\buom\b|mått|measure|moms|\bvat\b|\btax/iu;
const asksCurrency = /valuta|currency|myntslag/iu;
const unit = "(?:enhet|unit|mått|measure)";
const length = "(?:tid|längd|omfattning|varaktighet|duration|time|length)";
const asksLength = new RegExp(`${length}.*${unit}|${unit}.*${length}`, "iu");
const ofTax = /moms|\bvat\b|\btax/iu;
/** What says of an amount that it is with tax. */
const taxed = /^(?:ja|j|yes|y|true|sant|x|✓|(?:inkl|incl|med|with).*)$/iu;
const otherUnits = {
  hours:
    /^(?:dag(?:ar)?|vecka|veckor|månad(?:er)?|lektion(?:er)?|days?|weeks?|months?|lessons?|poäng|points?)$/iu,
  cost: /^(?:eur|euro|usd|gbp|nok|dkk|isk|chf|[€$£])$/iu,
};

/** A unit by its word alone: null for hours and for kronor. */
function unitOf(field: Counted, text: string): LengthUnit | AmountUnit | null | "unknown" {
  const words = wordsOf(text.replace(/svensk\p{L}*|swedish/giu, ""));
  const [word = ""] = words;
  if (words.length !== 1) return "unknown";
  if (field === "hours") return hours.test(word) ? null : (lengthUnit(word) ?? "unknown");
  return kronor.test(word) ? null : (amountUnit(word) ?? "unknown");
}

const hours = /^(?:h|hh|hrs?|hours?|t|tt|tim|timme|timmar|klocktimm(?:e|ar))$/u;
const kronor = /^(?:kr|kronor|krona|sek|exkl|exklusive|excl|excluding|nej|no|n)$/u;

function isBare(text: string): boolean {
  return /^[\d\s.,]+$/.test(text);
}
