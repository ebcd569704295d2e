import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import process from "node:process";
import { root } from "../start/child-program.mjs";
import { fingerprint } from "../start/fingerprint.mjs";
import { generateClient } from "../start/prisma-client.mjs";

const folder = join(root, "build/commands");
const stamp = join(folder, "made-from");
const names = ["cascade", "import", "migrate", "report"];

/**
 * The file of a command, compiled from the sources as they are now. What is compiled is kept: a
 * command that starts from its sources takes most of its time to read them.
 * @param {string} name
 * @returns {Promise<string>}
 */
export async function compileCommands(name) {
  // What stands on standard output is the command's alone.
  await generateClient(new AbortController().signal, (line) => console.error(line));
  const parts = ["app", "scripts", "prisma/schema", "tsconfig.json", "package.json"];
  const sources = fingerprint(root, parts, ["app/generated", "app/routes"]);
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== sources) {
    // Beside the one that another call may be running, and in its place once it is whole.
    const made = `${folder}-${process.pid}`;
    await compile(made);
    writeFileSync(join(made, "made-from"), sources);
    rmSync(folder, { recursive: true, force: true });
    renameSync(made, folder);
  }
  return join(folder, `${name}.js`);
}

/** @param {string} outdir */
async function compile(outdir) {
  const { build } = await import("esbuild");
  await build({
    entryPoints: names.map((name) => join(root, `scripts/${name}.ts`)),
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    alias: { "~": join(root, "app") },
    tsconfig: join(root, "tsconfig.json"),
    absWorkingDir: root,
    plugins: [ownPlaces],
    logLevel: "warning",
  });
}

/**
 * A source that looks for files beside itself finds them from where it is compiled to.
 * @type {import("esbuild").Plugin}
 */
const ownPlaces = {
  name: "own-places",
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      if (!source.includes("import.meta.url")) return undefined;
      const place = JSON.stringify(relative(folder, path).split(sep).join("/"));
      return {
        contents: source.replaceAll("import.meta.url", `new URL(${place}, import.meta.url).href`),
        loader: "ts",
      };
    });
  },
};
