import { composed } from "~/terms/composed-text";
import { visible } from "~/terms/visible-text";

/** A cell that says something: a dash says nothing, and our own files guard formulas with a sign. */
export function listedText(cell: string | undefined): string {
  const text = cellText(cell);
  return /^[-–—]$/.test(text) ? "" : text.replace(/^'(?=[=+\-@])/, "");
}

/** A cell as one line of text: without control and invisible characters, spaces folded. */
function cellText(cell: string | undefined): string {
  return composed(
    visible(cell ?? "")
      .replace(/[\p{Cc}\s]+/gu, " ")
      .trim(),
  );
}
