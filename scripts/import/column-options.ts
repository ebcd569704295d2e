import { guessColumns } from "~/features/exchange/lists/guess-columns.server";
import { mayBeSeveral, type ColumnMapping } from "~/features/exchange/lists/training-columns";
import { trainingFields } from "~/features/exchange/lists/training-headings";
import { UserError } from "../command-line/user-error";

/** What the columns mean: as the headings suggest, but for what `HEADING=FIELD` says. */
export function mappingOf(
  header: readonly string[],
  options: readonly string[],
  rows: Parameters<typeof guessColumns>[1] = [],
): ColumnMapping {
  const mapping = guessColumns(header, rows);
  for (const option of options) {
    const at = option.lastIndexOf("=");
    const [heading, field] = [option.slice(0, at).trim(), option.slice(at + 1).trim()];
    const index = header.findIndex((name) => name.toLowerCase() === heading.toLowerCase());
    if (at === -1 || index === -1) {
      throw new UserError(
        `--map ${option}: the file has no such heading. It has: ${header.join(", ")}.`,
      );
    }
    const meaning = trainingFields.find((name) => name === field);
    if (meaning === undefined && field !== "ignore") {
      throw new UserError(
        `--map ${option}: ${field} is none of ${[...trainingFields, "ignore"].join(", ")}.`,
      );
    }
    if (meaning !== undefined && mapping.includes(meaning) && !mayBeSeveral(meaning)) {
      mapping[mapping.indexOf(meaning)] = null;
    }
    mapping[index] = meaning ?? "ignore";
  }
  return mapping;
}
