import type { Role } from "~/features/access/viewer";
import { forViewers, type ViewerVisit } from "~/features/access/visit.server";
import { leadOn } from "~/platform/http.server";

/**
 * A loader of a project's page. An address with a code that the project has had leads on to the one
 * with its present code; a form that was opened there is shown again where it was sent to.
 */
export function forProject<View extends { project: { code: string } }>(
  work: (visit: ViewerVisit) => Promise<View>,
  allowed?: readonly Role[],
) {
  return forViewers(async (visit) => {
    const view = await work(visit);
    leadOn(visit, { named: visit.params.code ?? "", present: view.project.code });
    return view;
  }, allowed);
}
