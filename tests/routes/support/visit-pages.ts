import type { KnownRoute } from "./every-route";

/** A page of the demo as one caller gets it: its address, its route, and what its loader gave. */
export type VisitedPage = { path: string; route: KnownRoute; data: unknown };

type Visit = {
  routes: KnownRoute[];
  cookie: string;
  /** Draws a page, so that its links can be followed. */
  draw: (page: VisitedPage) => string;
  /** So many pages of one route at the most: the others are made alike. */
  most: number;
};

/** Opens every page that links lead to from the first one on, and draws it. */
export async function visitPages({ routes, cookie, draw, most }: Visit): Promise<VisitedPage[]> {
  const known = new Set(["/"]);
  const visited: VisitedPage[] = [];
  for (const path of known) {
    const found = placeOf(path, routes);
    if (!found || visited.filter(({ route }) => route === found.route).length >= most) continue;
    const page = await openPage(path, { ...found, cookie });
    if (!page) continue;
    visited.push(page);
    for (const [, href = ""] of draw(page).matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
      known.add(href.replaceAll("&amp;", "&"));
    }
  }
  return visited;
}

/** Null for what is no page: a file, a redirect, or not there for the caller. */
async function openPage(
  path: string,
  { route, params, cookie }: Place & Pick<Visit, "cookie">,
): Promise<VisitedPage | null> {
  const { loader, default: component } = route.module;
  if (!component) return null;
  const request = new Request(new URL(path, "http://localhost"), { headers: { cookie } });
  try {
    const data = await loader?.({ request, params, context: {} });
    if (data instanceof Response) return null;
    return { path, route, data };
  } catch (thrown) {
    if (thrown instanceof Error) throw thrown;
    return null;
  }
}

type Place = { route: KnownRoute; params: Record<string, string> };

/** The route that an address leads to. */
function placeOf(path: string, routes: KnownRoute[]): Place | undefined {
  const { pathname } = new URL(path, "http://localhost");
  return routes.flatMap((route) => {
    const params = paramsIn(route.path, pathname);
    return params ? [{ route, params }] : [];
  })[0];
}

/** The values of a route's parameters in an address; null where the route has another one. */
function paramsIn(route: string, pathname: string): Record<string, string> | null {
  const [words, given] = [route.split("/"), pathname.split("/")];
  const params: Record<string, string> = {};
  const isAlike = words.every((word, index) => {
    const [, name] = /^:(\w+)$/.exec(word) ?? [];
    const value = decodeURIComponent(given[index] ?? "");
    if (name !== undefined) params[name] = value;
    return name === undefined ? word === value : value !== "" && !/\.\w+$/.test(value);
  });
  return isAlike && words.length === given.length ? params : null;
}
