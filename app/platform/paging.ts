/** How many pages a list has: one where it is empty. */
export function pageCountOf(count: number, pageSize: number): number {
  return Math.max(1, Math.ceil(count / pageSize));
}

/** The page that an address asks for with `?page=`: 1 for anything that isn't a page's number. */
export function pageNumber(url: URL): number {
  const asked = Number(url.searchParams.get("page") ?? 1);
  return Number.isInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1;
}
