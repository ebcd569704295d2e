/**
 * Which own hours a list shows: of one line or of all, of one party (a partner's id, or `ourOwn`) or
 * of all, those that count or those that await.
 */
export type OwnHoursFilter = { line: string | null; party: string | null; isAwaiting: boolean };

/** The project's own authority, where no partner stands for it. */
export const ourOwn = "own";

/** The address of the list with a filter. */
export function ownHoursHref(
  code: string,
  {
    line = null,
    party = null,
    isAwaiting = false,
    page,
  }: Partial<OwnHoursFilter> & { page?: number } = {},
): string {
  const query = new URLSearchParams({
    ...(line !== null && { line }),
    ...(party !== null && { party }),
    ...(isAwaiting && { state: "awaiting" }),
    ...(page !== undefined && { page: String(page) }),
  }).toString();
  return `/projects/${code}/own-hours${query && `?${query}`}`;
}
