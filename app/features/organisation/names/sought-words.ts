import { composed } from "~/terms/composed-text";
import { visible } from "~/terms/visible-text";

/** The words of what is typed in a search for people, as the relation `people_called` takes them. */
export function soughtWords(query: string): string[] {
  return composed(visible(query.slice(0, longestQuery)))
    .replaceAll("\0", "")
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, mostWords);
}

/** Characters. */
const longestQuery = 100;
const mostWords = 6;
