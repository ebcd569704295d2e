// The Vite configuration of the app. Remix 2 is a Vite plugin; the file keeps the name that
// Remix developers look for, and every command names it: `remix vite:build -c remix.config.js`.
import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [
    ownRouteModules(),
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
  build: { target: "es2022", sourcemap: false },
  ssr: { noExternal: [/^@fontsource/] },
});

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
