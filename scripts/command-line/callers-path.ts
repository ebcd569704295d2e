import { resolve } from "node:path";
import process from "node:process";

/**
 * A file that somebody named on a command line. npm runs scripts in the project's folder and
 * keeps the folder where the person stands in INIT_CWD.
 */
export function callersPath(file: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env;
  return resolve(script !== undefined && folder !== undefined ? folder : process.cwd(), file);
}
