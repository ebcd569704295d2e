type Asked = { lines?: readonly string[]; page?: number };

/** Where what a project's lines have promised is listed: of all of them, or of some. */
export function commitmentsHref(code: string, { lines = [], page }: Asked = {}): string {
  const query = new URLSearchParams([
    ...lines.map((line) => ["line", line]),
    ...(page === undefined ? [] : [["page", String(page)]]),
  ]).toString();
  return `/projects/${code}/commitments${query && `?${query}`}`;
}
