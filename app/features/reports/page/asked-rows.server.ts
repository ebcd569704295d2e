import { parseTypedDate } from "~/formats/swedish-input";
import type { RowsWhen } from "../rules/report-clock";
import { pageNumber } from "~/platform/paging";

/** Which rows an address asks for. */
export function askedRows(url: URL) {
  const asked = (name: string) => url.searchParams.get(name);
  const dayOf = (name: string) => {
    const read = parseTypedDate(asked(name) ?? "");
    return read.ok ? read.date : null;
  };
  return {
    section: asked("section"),
    under: asked("under"),
    kind: asked("kind"),
    from: dayOf("from"),
    until: dayOf("until"),
    when: whenOf(asked("when")),
    page: pageNumber(url),
  };
}

function whenOf(asked: string | null): RowsWhen | null {
  return asked === "this-period" || asked === "late" ? asked : null;
}
