import type { IsoDate } from "~/terms/day";
import { fieldText } from "./field-text";
import type { Field, ItemFields } from "./item-fields";
import { readObjectList } from "./object-list";
import type { ProblemLog } from "./problem-log";
import type { SieRow, SieVoucher } from "./sie-file";
import { parseSieAmount, parseSieDate, parseSieQuantity } from "./sie-values";

/** An item with the line that it stands on and its label, without the number sign. */
export type SieItem = ItemFields & { line: number; tag: string };

/** Series, number, date, text, registration date, signature (specification, #VER). */
export function readVoucher(item: SieItem, log: ProblemLog): Omit<SieVoucher, "head"> {
  const dateAt = voucherDatePosition(item.fields);
  if (dateAt < 2) log.add("voucher-number-left-out", { line: item.line, tag: item.tag });
  return {
    line: item.line,
    series: dateAt > 0 ? fieldText(item.fields[0]) : "",
    number: dateAt > 1 ? fieldText(item.fields[1]) : "",
    date: readVoucherDate(item, item.fields[dateAt], log),
    text: fieldText(item.fields[dateAt + 1]),
    registered: dayOrNull(item.fields[dateAt + 2]),
    signature: fieldText(item.fields[dateAt + 3]),
    differenceOre: 0,
    rows: [],
  };
}

/** A row, and whether its amount was rounded; null beside an error that names what is wrong. */
export function readRow(item: SieItem, log: ProblemLog): { row: SieRow; rounded: boolean } | null {
  const fields = withJoinedAmount(item.fields);
  const account = fieldText(fields[0]);
  if (account === "") return missing(item, "account", log);
  const objects = readObjectList(item, log);
  const amountField = fields[1];
  if (amountField === undefined) return missing(item, "amount", log);
  const date = readRowDate(item, fields[2], log);
  const amount = parseSieAmount(amountField.text);
  if (amount.kind !== "amount") {
    log.add(`amount-${amount.kind}`, placeOf(item, "amount", amountField.text));
    return null;
  }
  const { amountOre, rounded } = amount;
  if (rounded) log.add("amount-rounded", placeOf(item, "amount", amountField.text));
  const quantity = readQuantity(item, fields[4], log);
  const text = fieldText(fields[3]);
  return { row: { line: item.line, account, objects, amountOre, date, text, quantity }, rounded };
}

function missing(item: SieItem, field: string, log: ProblemLog): null {
  log.add("field-missing", { line: item.line, tag: item.tag, field });
  return null;
}

function placeOf(item: SieItem, field: string, value: string) {
  return { line: item.line, tag: item.tag, field, value };
}

/**
 * Where a #VER's date stands: third. Programs that leave out an empty series or number instead of
 * writing `""` move it to the front; believed only where a day stands there and none in its place.
 */
function voucherDatePosition(fields: Field[]): 0 | 1 | 2 {
  const inPlace = fields[2];
  if (inPlace !== undefined && (fieldText(inPlace) === "" || isDay(inPlace))) return 2;
  if (isDay(fields[1])) return 1;
  return isDay(fields[0]) ? 0 : 2;
}

function isDay(field: Field | undefined): boolean {
  return field !== undefined && parseSieDate(field.text).kind === "day";
}

function readVoucherDate(item: SieItem, field: Field | undefined, log: ProblemLog): IsoDate | null {
  const text = field?.text ?? "";
  const parsed = parseSieDate(text);
  if (parsed.kind === "day") return parsed.date;
  if (parsed.kind === "blank") return missing(item, "date", log);
  log.add(`date-${parsed.kind}`, placeOf(item, "date", text));
  return null;
}

/**
 * The voucher's date is the one that counts, so text where a row's date belongs is passed over.
 * Digits that are no day are damage.
 */
function readRowDate(item: SieItem, field: Field | undefined, log: ProblemLog): IsoDate | null {
  const text = field?.text ?? "";
  const parsed = parseSieDate(text);
  if (parsed.kind === "day") return parsed.date;
  if (parsed.kind === "blank") return null;
  const place = placeOf(item, "date", text);
  if (parsed.kind !== "unreadable") log.add(`date-${parsed.kind}`, place);
  else if (/^[\d\s./-]+$/.test(text)) log.add("date-unreadable", place);
  else log.add("row-date-ignored", place);
  return null;
}

function dayOrNull(field: Field | undefined): IsoDate | null {
  const parsed = parseSieDate(field?.text ?? "");
  return parsed.kind === "day" ? parsed.date : null;
}

function readQuantity(item: SieItem, field: Field | undefined, log: ProblemLog): number | null {
  const text = fieldText(field);
  if (text === "") return null;
  const quantity = parseSieQuantity(text);
  if (quantity === null) log.add("quantity-ignored", placeOf(item, "quantity", text));
  return quantity;
}

/** `1 234 567.50` without quotes arrives as three fields. A date, which follows, has eight digits. */
function withJoinedAmount(fields: Field[]): Field[] {
  const first = fields[1];
  if (first === undefined || first.quoted || !/^[+\-−]?\d{1,3}$/.test(first.text)) return fields;
  let next = 2;
  while (isDigitGroup(fields[next], /^\d{3}$/)) next += 1;
  if (isDigitGroup(fields[next], /^\d{3}[.,]\d{1,2}$/)) next += 1;
  if (next === 2) return fields;
  const parts = fields.slice(1, next).map((field) => field.text);
  const amount = { text: parts.join(" "), quoted: false };
  return [...fields.slice(0, 1), amount, ...fields.slice(next)];
}

function isDigitGroup(field: Field | undefined, pattern: RegExp): boolean {
  return field !== undefined && !field.quoted && pattern.test(field.text);
}
