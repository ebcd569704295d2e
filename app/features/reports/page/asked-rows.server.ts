import { pageNumber } from "~/platform/paging";

/** Which rows an address asks for. */
export function askedRows(url: URL) {
  const asked = (name: string) => url.searchParams.get(name);
  return {
    section: asked("section"),
    under: asked("under"),
    kind: asked("kind"),
    page: pageNumber(url),
  };
}
