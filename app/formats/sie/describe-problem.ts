import { dayBounds } from "~/terms/day";
import { isPacked } from "../binary-content";
import type { SieProblem, SieProblemCode } from "./sie-file";
import { sieLimits } from "./sie-limits";

/**
 * A problem as one English sentence for a terminal, e.g. `Line 12, #TRANS, amount "12.x": this is
 * not an amount.` Elsewhere the code is translated.
 */
export function describeSieProblem(problem: SieProblem): string {
  const place = describePlace(problem);
  const isArchive = problem.code === "binary-file" && isPacked(problem.value);
  const sentence = isArchive ? packed : sentences[problem.code];
  return place === "" ? capitalised(sentence) : `${place}: ${sentence}`;
}

function describePlace({ line, tag, voucher, field, value }: SieProblem): string {
  const quoted = value === undefined ? "" : field === "sum" ? kronor(value) : `"${value}"`;
  const parts = [
    line === undefined ? "" : `line ${line}`,
    tag === undefined ? "" : `#${tag} ${voucher ?? ""}`.trim(),
    [field ?? "", quoted].filter((part) => part !== "").join(" "),
  ];
  return capitalised(parts.filter((part) => part !== "").join(", "));
}

/** A difference is given in öre. */
function kronor(ore: string): string {
  return `${(Number(ore) / 100).toFixed(2).replace(".", ",")} kr`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const packed =
  "the file is packed (zip, 7z or the like). Unpack it and bring in the SIE file that is in it.";

const sentences: Record<SieProblemCode, string> = {
  "empty-file": "the file is empty.",
  "binary-file":
    "this is no SIE file. Export SIE type 4 from the accounting program, and bring in that.",
  "sie-5": "this is a SIE 5 file (XML). Export SIE type 4 instead.",
  "not-sie": "this is not a SIE file.",
  "type-without-vouchers": "a file of this type holds balances but no vouchers. Export type 4.",
  "no-vouchers": "the file holds no vouchers.",
  "type-with-vouchers": "files of this type should hold no vouchers; these are read all the same.",
  "checksum-missing": "the checksum that the file announces is missing, so its end is cut off.",
  "checksum-mismatch": "the checksum does not fit the content. The file may be damaged.",
  "voucher-not-closed": "the voucher is not closed, so a part of it may be missing.",
  "voucher-without-braces": "the voucher's rows do not stand between braces.",
  "voucher-without-rows": "the voucher has no rows.",
  "voucher-unbalanced": "the voucher's rows do not sum to zero.",
  "voucher-number-repeated": "the same voucher number occurs twice in a fiscal year.",
  "voucher-number-left-out": "the voucher has no series or no number.",
  "voucher-outside-fiscal-years": "the voucher's date lies in none of the file's fiscal years.",
  "row-outside-voucher": "the row belongs to no voucher.",
  "field-missing": "the field is missing.",
  "amount-unreadable": "this is not an amount.",
  "amount-too-large": "the amount is too large to be right.",
  "amount-rounded": "the amount has more than two decimals and was rounded.",
  "date-unreadable": "this is not a date.",
  "date-does-not-exist": "there is no such date.",
  "date-out-of-bounds": `dates go from ${dayBounds.first} to ${dayBounds.last}.`,
  "row-date-ignored": "this is not a date; the voucher's date is used.",
  "quantity-ignored": "this is not a quantity; it was passed over.",
  "object-list-unreadable": "the row's object list cannot be read.",
  "object-without-code": "the row names a dimension but no object.",
  "quote-not-closed": "a quotation mark is not closed; the field ends with the line.",
  "line-break-in-text": "the line continues the text of the line before.",
  "stray-line": "the line is no SIE item and was passed over.",
  "brace-without-voucher": "the closing brace belongs to no voucher.",
  "last-line-cut": "the last line is incomplete, so the end of the file may be cut off.",
  "other-currency": "the amounts are not in Swedish kronor.",
  "unreadable-characters": "some characters are damaged.",
  "flagged-as-imported": "the file is marked as already imported by some program.",
  "org-number-unreadable": "this is not an organisation number.",
  "line-too-long": `the line has more than ${sieLimits["line-too-long"]} characters.`,
  "too-many-items": `the file has more than ${sieLimits["too-many-items"]} items. Export one year or one project at a time.`,
  "too-many-fiscal-years": `the file names more than ${sieLimits["too-many-fiscal-years"]} fiscal years.`,
  "further-problems": "the number of further problems of the same kind.",
};
