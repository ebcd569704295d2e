/** Which own hours a list shows: of one line or of all, those that count or those that await. */
export type OwnHoursFilter = { line: string | null; isAwaiting: boolean };

/** The address of the list with a filter. */
export function ownHoursHref(
  code: string,
  { line = null, isAwaiting = false, page }: Partial<OwnHoursFilter> & { page?: number },
): string {
  const query = new URLSearchParams({
    ...(line !== null && { line }),
    ...(isAwaiting && { state: "awaiting" }),
    ...(page !== undefined && { page: String(page) }),
  }).toString();
  return `/projects/${code}/own-hours${query && `?${query}`}`;
}
