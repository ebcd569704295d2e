import type { RouteConfigEntry } from "@remix-run/route-config";
import routeConfig from "~/routes";

/** What a route file may export; a page that cannot be reached by a method lacks its function. */
export type RouteModule = {
  loader?: (args: RouteArgs) => unknown;
  action?: (args: RouteArgs) => unknown;
  default?: unknown;
};

export type RouteArgs = {
  request: Request;
  params: Record<string, string>;
  context: Record<string, never>;
};

export type KnownRoute = { id: string; path: string; module: RouteModule };

const modules = import.meta.glob<RouteModule>("/app/routes/**/*.{ts,tsx}");

/** Every route of app/routes.ts with its module, in the order in which they stand there. */
export async function everyRoute(): Promise<KnownRoute[]> {
  const entries = flatten(routeConfig, "");
  return Promise.all(
    entries.map(async ({ file, path }) => {
      const load = modules[`/app/${file}`];
      if (!load) throw new Error(`app/routes.ts names ${file}, and there is no such file`);
      return { id: idOf(file), path, module: await load() };
    }),
  );
}

/** Files in app/routes that no address leads to. */
export function unreachableFiles(): string[] {
  const reached = new Set(flatten(routeConfig, "").map(({ file }) => `/app/${file}`));
  return Object.keys(modules).filter((file) => !reached.has(file));
}

/** Remix's own id of a route: its file without the ending. */
function idOf(file: string): string {
  return file.replace(/\.tsx?$/, "");
}

function flatten(entries: RouteConfigEntry[], base: string): { file: string; path: string }[] {
  return entries.flatMap(({ file, path = "", children = [] }) => {
    const own = path ? `${base}/${path}` : base;
    return [{ file, path: own || "/" }, ...flatten(children, own)];
  });
}
