/** The words of what is typed in a search for people, as the relation `called` takes them. */
export function soughtWords(query: string): string[] {
  return query
    .normalize("NFC")
    .replaceAll("\0", "")
    .slice(0, longestQuery)
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, mostWords);
}

/** Characters. */
const longestQuery = 100;
const mostWords = 6;
