import { parseTypedDate } from "~/formats/swedish-input";
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
    page: pageNumber(url),
  };
}
