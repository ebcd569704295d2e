// The Vite configuration of the app. Remix 2 is a Vite plugin; the file keeps the name that
// Remix developers look for, and every command names it: `remix vite:build -c remix.config.js`.
import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import { pageWords } from "./scripts/build/words-plugin";

/** Pages between which people go to and fro, by the first words of their addresses. */
const areas = [
  { name: "projects", words: ["projects", "reports"] },
  { name: "learning", words: ["training", "courses", "handovers", "cascade"] },
  { name: "units", words: ["units", "people", "competences", "matrix"] },
];

// Of the pages about projects: what only these share comes with none of the others.
const withinProjects = [
  { name: "set-up", pages: /^projects\.(new|\$code\.(edit|setup|groups|indicators))/ },
  { name: "rows", pages: /^(reports|projects)\..*\.rows$/ },
  { name: "reports", pages: /^reports\./ },
];

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    ownRouteModules(),
    pageWords(),
    remix({
      ignoredRouteFiles: ["**/*"],
      future: {
        v3_fetcherPersist: true,
        // All addresses come with the first page: who learns of one later loses, after a new version
        // has been installed, the form that was sent to it or the query that was asked.
        v3_lazyRouteDiscovery: false,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  optimizeDeps: {
    include: ["chart.js", "react-chartjs-2"],
    exclude: ["@node-rs/argon2", "@napi-rs/canvas"],
  },
  resolve: { alias: { "~": new URL("./app", import.meta.url).pathname } },
  build: {
    target: "es2022",
    sourcemap: false,
    rollupOptions: { output: isSsrBuild ? {} : { manualChunks: chunkOf } },
  },
  ssr: { noExternal: [/^@fontsource/] },
}));

/**
 * How a page's file is loaded is ours: see app/ui/navigation/route-module.ts.
 * @returns {import("vite").Plugin}
 */
function ownRouteModules() {
  const own = fileURLToPath(new URL("./app/ui/navigation/route-module.ts", import.meta.url));
  return {
    name: "own-route-modules",
    enforce: "pre",
    resolveId: (source, importer) =>
      source === "./routeModules.js" && importer?.includes("/@remix-run/react/") ? own : null,
  };
}

/**
 * In which of the browser's files a module comes: each file is a request, and each byte is sent. What
 * the pages of one area share is one file, what pages of several areas share another, together with
 * the packages, which ask for some of it; the charts' drawing comes only where there is one.
 * @param {string} id
 * @param {{ getModuleInfo: import("rollup").GetModuleInfo }} graph
 */
function chunkOf(id, { getModuleInfo }) {
  if (/\/node_modules\/(chart\.js|react-chartjs-2|@kurkle)\//.test(id)) return "chart";
  // All styles are one file: those of single pages are small, and each file is a request.
  if (/\/app\/.*\.css$/.test(id)) return "common";
  if (/\/node_modules\/|commonjsHelpers|vite\/preload-helper/.test(id)) return "common";
  if (!/\/app\/.*\.tsx?$/.test(id) || /\/app\/(routes\/|root|entry)/.test(id)) return undefined;
  const routes = routesThatImport(id, getModuleInfo);
  if (routes.size <= 1) return undefined;
  const areas = new Set([...routes].map(areaOf));
  if (areas.size === 1) return [...areas][0];
  const inside = ["projects", ...withinProjects.map(({ name }) => name)];
  return [...areas].every((area) => inside.includes(area)) ? "projects" : "common";
}

/**
 * The files of the routes that need a module, at any remove, and of the root; none for what is only
 * loaded when it is used.
 * @param {string} id
 * @param {import("rollup").GetModuleInfo} getModuleInfo
 */
function routesThatImport(id, getModuleInfo, seen = new Set(), found = new Set()) {
  if (seen.has(id)) return found;
  seen.add(id);
  const file = /\/app\/(?:routes\/(.*)|(root|entry\.client))\.tsx?$/.exec(id);
  if (file) found.add(file[1] ?? "everywhere");
  else {
    for (const importer of getModuleInfo(id)?.importers ?? []) {
      routesThatImport(importer, getModuleInfo, seen, found);
    }
  }
  return found;
}

/** @param {string} route */
function areaOf(route) {
  const within = withinProjects.find(({ pages }) => pages.test(route));
  if (within) return within.name;
  const [first = ""] = route.split(".");
  return areas.find(({ words }) => words.includes(first))?.name ?? first;
}
