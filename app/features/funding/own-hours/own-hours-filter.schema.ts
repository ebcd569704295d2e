import { isId } from "~/platform/ids";
import type { OwnHoursFilter } from "./own-hours-href";

/** The filter of an address; whatever names no line asks for all of them. */
export function ownHoursFilter(url: URL): OwnHoursFilter {
  const line = url.searchParams.get("line");
  return {
    line: isId(line) ? line : null,
    isAwaiting: url.searchParams.get("state") === "awaiting",
  };
}
