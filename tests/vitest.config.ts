import { fileURLToPath } from "node:url";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Three suites, one folder each. The Remix plugin stays out: a test calls a loader or an action
 * as the plain function it is. `unit` needs nothing but Node; the other two share a PostgreSQL
 * of their own, see support/database.ts.
 */
export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    projects: [
      suite({ name: "unit" }),
      // Loading Prisma costs half a second: the files of one worker share it. Routes reach the
      // database through the process's own client, so each of their files starts from nothing.
      suite({ name: "integration", needsDatabase: true, isolate: false }),
      suite({ name: "routes", needsDatabase: true }),
    ],
  },
});

function suite({
  name,
  needsDatabase = false,
  isolate = true,
}: {
  name: string;
  needsDatabase?: boolean;
  isolate?: boolean;
}): TestProjectInlineConfiguration {
  return {
    root,
    cacheDir: "node_modules/.cache/vitest",
    resolve: { alias: { "~": fileURLToPath(new URL("../app", import.meta.url)) } },
    esbuild: { jsx: "automatic" },
    test: {
      name,
      environment: "node",
      isolate,
      include: [`tests/${name}/**/*.test.{ts,tsx}`],
      setupFiles: ["tests/support/silent-console.ts"],
      ...(needsDatabase && {
        globalSetup: ["tests/support/database-server.ts"],
        testTimeout: 20_000,
        hookTimeout: 30_000,
      }),
    },
  };
}
