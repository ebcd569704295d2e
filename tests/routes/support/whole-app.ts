import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import * as entry from "~/entry.server";
import * as rootModule from "~/root";
import { everyRoute, type RouteModule } from "./every-route";

/** Asks the app as a browser does: an address, and a form where one is sent. */
export type Ask = (path: string, form?: FormData | URLSearchParams) => Promise<Response>;

/**
 * The app as Remix puts it together, made of the routes' own modules and without a build: pages come
 * whole, as HTML, and a form that is refused comes back in its page.
 */
export async function wholeApp(): Promise<(cookie: string) => Ask> {
  const handle = createRequestHandler(await serverBuild(), "test");
  return (cookie) => async (path, form) => {
    const request = new Request(new URL(path, "http://localhost"), {
      headers: { cookie, "accept-language": "sv" },
      ...(form && { method: "POST", body: form }),
    });
    return handle(request);
  };
}

const root: RouteModule = rootModule;

async function serverBuild(): Promise<ServerBuild> {
  const routes = await everyRoute();
  const modules = [
    { id: "root", path: "", module: root },
    ...routes.map(({ id, path, module }) => ({ id, path: path.slice(1), module })),
  ];
  const served = modules.map(({ id, path, module }) => ({
    ...{ id, module, path: path || undefined, index: id === "routes/home" || undefined },
    parentId: id === "root" ? undefined : "root",
  }));
  const assets = served.map(({ module: { loader, action }, ...route }) => ({
    ...{ ...route, module: `/${route.id}.js` },
    ...{ hasLoader: Boolean(loader), hasAction: Boolean(action) },
  }));
  // Of the shape that Remix's compiler writes; the browser's files are asked for by nobody here.
  return {
    mode: "test",
    entry: { module: entry },
    routes: byId(served),
    assets: { version: "test", url: "", entry: { module: "", imports: [] }, routes: byId(assets) },
    publicPath: "/",
    assetsBuildDirectory: "",
    isSpaMode: false,
    future: {
      v3_fetcherPersist: true,
      v3_lazyRouteDiscovery: true,
      v3_relativeSplatPath: true,
      v3_routeConfig: true,
      v3_singleFetch: true,
      v3_throwAbortReason: true,
    },
  } as unknown as ServerBuild;
}

function byId<Route extends { id: string }>(routes: Route[]): Record<string, Route> {
  return Object.fromEntries(routes.map((route) => [route.id, route]));
}
