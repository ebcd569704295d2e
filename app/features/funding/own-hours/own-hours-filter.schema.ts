import { isId } from "~/platform/ids";

/** Which own hours a list shows: of one line or of all, those that count or those that await. */
export type OwnHoursFilter = { line: string | null; isAwaiting: boolean };

/** The filter of an address; whatever names no line asks for all of them. */
export function ownHoursFilter(url: URL): OwnHoursFilter {
  const line = url.searchParams.get("line");
  return {
    line: isId(line) ? line : null,
    isAwaiting: url.searchParams.get("state") === "awaiting",
  };
}
