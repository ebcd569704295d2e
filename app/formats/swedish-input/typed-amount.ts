import { oreFromKronor, parseExactDecimal } from "../exact-decimal";

export type TypedAmount =
  | { ok: true; amountOre: number }
  | { ok: false; reason: "empty" | "unreadable" | "ambiguous" | "too-many-decimals" | "too-large" };

/**
 * An amount as people in Sweden type or paste it, in öre: `1 234 567,50`, `1200,5`, `-300 kr`,
 * `1.234,50`, `1 200 tkr`, `1,2 mnkr`, `500:-`, `kr 500`, `SEK 500`. Spaces of any kind group by threes; minus may be
 * ASCII, U+2212 (which Intl writes for Swedish) or a dash.
 *
 * - A comma is the decimal sign; a point is one too (`1200.50`) unless it groups (`1.234.567`).
 * - With both, the last one is the decimal sign and the other must group by threes.
 * - `1.234` and `1,234` may each mean two amounts a thousandfold apart: `ambiguous`.
 * - Parts of an öre are refused rather than rounded.
 */
export function parseTypedAmount(text: string): TypedAmount {
  const trimmed = text.trim();
  if (trimmed === "") return { ok: false, reason: "empty" };
  if (trimmed.length > longestInput) return { ok: false, reason: "unreadable" };
  const match = /^([+\-−–]?)\s*([\d\s.,]*\d)\s*(.*)$/s.exec(trimmed.replace(currency, "$1"));
  const unit = units.get((match?.[3] ?? "").toLowerCase());
  if (match === null || unit === undefined) return { ok: false, reason: "unreadable" };
  const plain = withoutGrouping(match[2]!);
  if (plain === "unreadable" || plain === "ambiguous") return { ok: false, reason: plain };
  return inOre({ plain, unit, negative: match[1] !== "" && match[1] !== "+" });
}

const longestInput = 60;

/** Before the amount, as invoices and other systems have it; a minus on either side of it. */
const currency = /^([+\-−–]?)\s*(?:kr\.?|kronor|sek)\s*(?=[+\-−–\d])/i;

/** Zeros to append: öre are counted from kronor. */
const units = new Map<string, number>([
  ["", 0],
  ["kr", 0],
  ["kr.", 0],
  ["kronor", 0],
  ["sek", 0],
  [":-", 0],
  [",-", 0],
  [":- kr", 0],
  [":-kr", 0],
  ["tkr", 3],
  ["tkr.", 3],
  ["mkr", 6],
  ["mnkr", 6],
  ["milj. kr", 6],
]);

function withoutGrouping(body: string): string | "unreadable" | "ambiguous" {
  if (/^\d{1,3}[.,]\d{3}$/.test(body))
    return /^0\d*[.,]/.test(body) ? body.replace(",", ".") : "ambiguous";
  const spaced = /^\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?$/;
  if (spaced.test(body)) return body.replace(/\s/g, "").replace(",", ".");
  if (/^\d+(?:[.,]\d+)?$/.test(body)) return body.replace(",", ".");
  const pointed = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
  if (pointed.test(body)) return body.replaceAll(".", "").replace(",", ".");
  const commaed = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
  return commaed.test(body) ? body.replaceAll(",", "") : "unreadable";
}

function inOre({
  plain,
  unit,
  negative,
}: {
  plain: string;
  unit: number;
  negative: boolean;
}): TypedAmount {
  const kronor = parseExactDecimal(`${negative ? "-" : ""}${plain}e${unit}`);
  if (kronor === null) return { ok: false, reason: "unreadable" };
  const amount = oreFromKronor(kronor);
  if (amount === null) return { ok: false, reason: "too-large" };
  if (amount.rounded) return { ok: false, reason: "too-many-decimals" };
  return { ok: true, amountOre: amount.amountOre };
}
