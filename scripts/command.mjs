// `npm run import` and the other commands: runs one of them as it was compiled, together with all
// that it needs of the app, and compiles it first where the sources have changed since.
import process from "node:process";
import { pathToFileURL } from "node:url";
import { compileCommands } from "./command-line/compile.mjs";

const [program = "", script = "", name = "", ...args] = process.argv;
process.argv = [program, script, ...args];
await import(pathToFileURL(await compileCommands(name)).href);
