import { join } from "node:path";
import { root } from "./child-program.mjs";
import { installPackages } from "./packages.mjs";
import { generateClient } from "./prisma-client.mjs";
import { HELP, readOptions } from "./options.mjs";
import { StartError } from "./start-error.mjs";
import { watchSignals } from "./stopping.mjs";

/** Reads the command line, sees to packages and generated code, and hands over to main.ts. */
export async function begin() {
  const stopping = watchSignals();
  try {
    const options = readOptions(process.argv.slice(2), process.env);
    if (options.help) return console.log(HELP);
    // Vite, Remix and Prisma look for their files where the program stands.
    process.chdir(root);
    await installPackages(stopping.signal);
    await generateClient(stopping.signal);
    const { register } = await import("tsx/esm/api");
    register({ tsconfig: join(root, "tsconfig.json") });
    const { main } = await import("./main.ts");
    process.exit(await main(options, stopping));
  } catch (error) {
    if (stopping.signal.aborted) process.exit(stopping.exitCode());
    console.error(error instanceof StartError ? error.message : error);
    process.exit(1);
  }
}
