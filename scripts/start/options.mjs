import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { StartError } from "./start-error.mjs";

/**
 * @typedef {object} StartOptions
 * @property {string} host the address to listen at
 * @property {number} port 0 means any free one
 * @property {string} dataDir the data folder's full path
 * @property {boolean} empty begin without the demo data
 * @property {boolean} demoPublic offer the demo's one-click sign-in to other machines too
 * @property {boolean} dev serve the sources as they are edited, instead of a build
 * @property {string | undefined} trustProxy KASKAD_TRUST_PROXY: how many proxies, or which
 * @property {boolean} help
 */

export const HELP = `Usage: npm start -- [OPTIONS]      (development: npm run dev -- [OPTIONS])

  --port N        the port to listen at; 0 means any free one (default: PORT or 3000)
  --host H        the address to listen at (default: 127.0.0.1, this machine only)
  --data DIR      the folder of the database and the logs (default: KASKAD_DATA or ./data)
  --empty         begin without the demo data: the terminal shows a code for the first account
  --demo-public   offer the demo's one-click sign-in to other machines too (see --host)
  --dev           serve the sources as they are edited
  --help          this text

Before a newer version brings the data folder's database up to date, it lays a copy of it aside in
that folder (before-MIGRATION-DAY). Of the one of DATABASE_URL it makes none.

Settings of the environment:
  DATABASE_URL        a PostgreSQL 15 or newer to use instead of the data folder's own
  KASKAD_HTTPS        1 where browsers reach Kaskad over https (through a proxy)
  KASKAD_TRUST_PROXY  how many proxies stand in front of Kaskad, or their addresses
  KASKAD_LOG_FILE     where the log goes (default: kaskad.log in the data folder)`;

/**
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env
 * @returns {StartOptions}
 */
export function readOptions(args, env) {
  const values = parse(args);
  return {
    host: readHost(values.host ?? "127.0.0.1"),
    port: readPort(values.port ?? (env.PORT || "3000")),
    dataDir: resolve(values.data ?? (env.KASKAD_DATA || "data")),
    empty: values.empty ?? false,
    demoPublic: values["demo-public"] ?? false,
    dev: values.dev ?? false,
    trustProxy: env.KASKAD_TRUST_PROXY || undefined,
    help: values.help ?? false,
  };
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: "string" },
        host: { type: "string" },
        data: { type: "string" },
        empty: { type: "boolean" },
        "demo-public": { type: "boolean" },
        dev: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`${reason}\n\n${HELP}`);
  }
}

/** @param {string} text */
function readHost(text) {
  if (/^[\w.:%-]+$/.test(text)) return text;
  throw new StartError(`A host is a name or an address, and "${text}" is none.`);
}

/** @param {string} text */
function readPort(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new StartError(`A port is a number from 0 to 65535, and "${text}" is none.`);
}
