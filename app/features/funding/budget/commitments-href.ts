type Asked = { line?: string | undefined; page?: number };

/** Where what a project's lines have promised is listed. */
export function commitmentsHref(code: string, { line, page }: Asked = {}): string {
  const query = new URLSearchParams({
    ...(line !== undefined && { line }),
    ...(page !== undefined && { page: String(page) }),
  }).toString();
  return `/projects/${code}/commitments${query && `?${query}`}`;
}
