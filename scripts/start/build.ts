import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AppBuild } from "~/platform/web-server";
import { root, runNode } from "./child-program.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { StartError } from "./start-error.mjs";

const buildFolder = join(root, "build");
const stamp = join(buildFolder, "made-from");

/** The folder of the build's files for the browser. */
export const clientFolder = join(buildFolder, "client");

/** Builds the app unless the build was made from the sources as they are now. */
export async function buildApp(signal: AbortSignal): Promise<void> {
  const parts = [
    "app",
    "public",
    "prisma/schema",
    "scripts/build",
    "scripts/checks/message-use.ts",
  ];
  const sources = fingerprint(
    root,
    [...parts, "remix.config.js", "tsconfig.json", "package.json", "package-lock.json"],
    ["app/generated"],
  );
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return;
  console.log("Building the app (about half a minute) …");
  rmSync(stamp, { force: true });
  const remix = join(root, "node_modules/@remix-run/dev/dist/cli.js");
  const { ok, output } = await runNode([remix, "vite:build", "-c", "remix.config.js"], {
    signal,
    env: { NODE_ENV: "production" },
  });
  if (!ok) throw new StartError(`The app could not be built.\n${output}`);
  writeFileSync(stamp, sources);
}

/** The server's side of the build. */
export async function loadBuild(): Promise<AppBuild> {
  const module: unknown = await import(pathToFileURL(join(buildFolder, "server/index.js")).href);
  // What Remix's compiler has written a moment ago.
  return module as AppBuild;
}
