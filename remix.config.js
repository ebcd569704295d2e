// The Vite configuration of the app. Remix 2 is a Vite plugin; the file keeps the name that
// Remix developers look for, and every command names it: `remix vite:build -c remix.config.js`.
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [
    remix({
      ignoredRouteFiles: ["**/*"],
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
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
