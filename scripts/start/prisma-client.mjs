import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, runNode } from "./child-program.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { StartError } from "./start-error.mjs";

const folder = join(root, "app/generated");
const stamp = join(folder, "made-from");

/**
 * Generates app/generated from prisma/schema where it is missing or made from another schema.
 * @param {AbortSignal} signal
 * @param {(line: string) => void} say
 */
export async function generateClient(signal, say = console.log) {
  const sources = fingerprint(root, [
    "prisma/schema",
    "prisma/prisma.config.ts",
    "node_modules/prisma/package.json",
  ]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return;
  say("Generating the database client …");
  rmSync(stamp, { force: true });
  const program = join(root, "node_modules/prisma/build/index.js");
  const args = [program, "generate", "--config", join(root, "prisma/prisma.config.ts")];
  const { ok, output } = await runNode(args, {
    signal,
    // Any file will do: generating needs no engine, but Prisma would download one otherwise.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
  });
  if (!ok) throw new StartError(`The database client could not be generated.\n${output}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(stamp, sources);
}
