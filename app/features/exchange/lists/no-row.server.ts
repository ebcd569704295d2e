import { guessColumns, isListHeader } from "./guess-columns.server";
import { listedText } from "./listed-text";
import type { ColumnMapping } from "./training-columns";

/**
 * Whether a row of a list is none of a course: it sums up, counts rows, numbers a page, or has the
 * headings once more. It begins so, and is of no person and no day.
 */
export function isNoRow(
  cells: readonly string[],
  { header, mapping }: { header: readonly string[]; mapping: ColumnMapping },
): boolean {
  const said = cells.map(listedText);
  // A course's row, too, may say "Kurs" and "Godkänd"; it has a day and a length.
  if (isSame(said, header) || (isListHeader(said) && !said.some((text) => /\d/.test(text)))) {
    return true;
  }
  const first = said.find((text) => text !== "") ?? "";
  const named = said.filter((text, index) => text !== "" && isNaming(mapping[index]));
  return footer.test(first) && named.every((text) => text === first);
}

/** Whether a row has a list's headings in another order than those that it is read by. */
export function isOtherHeader(cells: readonly string[], mapping: ColumnMapping): boolean {
  const said = cells.map(listedText);
  if (said.some((text) => /\d/.test(text)) || !isListHeader(said)) return false;
  return guessColumns(said).some((field, index) => {
    const meant = mapping[index];
    return field !== null && meant && meant !== "ignore" && field !== meant;
  });
}

function isSame(cells: readonly string[], header: readonly string[]): boolean {
  return (
    header.length > 0 &&
    header.every((heading, index) => (cells[index] ?? "") === listedText(heading))
  );
}

function isNaming(field: ColumnMapping[number] | undefined): boolean {
  return ["email", "name", "familyName", "givenName", "date"].some((naming) => naming === field);
}

const footer =
  /^(?:(?:del|total)?summa|summering|(?:sub|grand )?-? ?totalt?s?|total sum|sum|medel(?:värde)?|average|antal|number of|count)(?: ?(?:rader|poster|kurser|deltagare|personer|timmar|tim|rows|records|courses|hours|\(?h\)?))?\P{L}*$|^(?:sida|sid|page)\.? ?\d+(?: ?(?:av|of|\/) ?\d+)?\P{L}*$|^(?:utskriven|utskrivet|rapport skapad|skapad|printed|generated|report generated)(?!\p{L})/iu;
