// remix.config.js puts this file in the place of Remix's own `routeModules.js`, which loads the page
// anew that the browser is on where a page's file can't be had: a form that was just sent came back
// empty, and pointing at a link was enough to lose what was typed.
import { loadWords, pageLanguage } from "~/i18n/page-words";
import { matchRoutes } from "../navigation";
import { patientFetch } from "./patient-fetch";
import { takeOver } from "./whole-page";

type Route = { id: string; module: string };
type Modules = Record<string, unknown>;

/**
 * The file of a page, with its words beside it. Where they are gone, because a new version has been installed, the browser goes
 * on by itself to where the person was going; while somebody only points at a link, nothing happens.
 */
export async function loadRouteModule(route: Route, modules: Modules): Promise<unknown> {
  if (route.id in modules) return modules[route.id];
  try {
    const [page] = await Promise.all<unknown>([
      import(/* @vite-ignore */ route.module),
      route.id === "root" ? undefined : loadWords(pageLanguage(), route.id),
    ]);
    modules[route.id] = page;
    return page;
  } catch {
    // Without a network the browser itself could only show that there is none.
    await patientFetch(route.module);
    const { routes, state } = window.__remixRouter;
    const { location } = state.navigation;
    const isWanted =
      location && matchRoutes(routes, location)?.some(({ route: { id } }) => id === route.id);
    if (isWanted) takeOver(state.navigation);
    return new Promise(() => undefined);
  }
}
