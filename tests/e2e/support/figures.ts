import type { Locator } from "@playwright/test";
import type { Language } from "~/i18n/language";

/** The figures in a text of a page, in their order: 1 234,50 and −3; English 1,234.50. */
export function figuresIn(text: string, language: Language): number[] {
  const written = language === "sv" ? /[−-]?\d[\d\u00a0]*(?:,\d+)?/g : /[−-]?\d[\d,]*(?:\.\d+)?/g;
  return (text.match(written) ?? []).map((figure) => {
    const plain = figure.replace("−", "-").replaceAll("\u00a0", "");
    return Number(language === "sv" ? plain.replace(",", ".") : plain.replaceAll(",", ""));
  });
}

/** A row of a table, by what its head says. */
export function rowOf(table: Locator, head: string): Locator {
  return table
    .getByRole("row")
    .filter({ has: table.page().getByRole("rowheader", { name: head, exact: true }) });
}

/** A row's cell in the column of that heading. */
export function cellOf(row: Locator, heading: string): Locator {
  return row.locator(`[data-label="${heading}"]`);
}
