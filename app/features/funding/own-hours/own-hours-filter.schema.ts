import { isId } from "~/platform/ids";
import { ourOwn, type OwnHoursFilter } from "./own-hours-href";

/** The filter of an address; whatever names no line or party asks for all of them. */
export function ownHoursFilter(url: URL): OwnHoursFilter {
  const line = url.searchParams.get("line");
  const party = url.searchParams.get("party");
  return {
    line: isId(line) ? line : null,
    party: party === ourOwn || isId(party) ? party : null,
    isAwaiting: url.searchParams.get("state") === "awaiting",
  };
}
