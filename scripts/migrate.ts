// `npm run migrate -- deploy`: the database's migrations from the command line.
import { relative } from "node:path";
import { parseArgs } from "node:util";
import { deployMigrations, migrationStatus } from "~/platform/postgres/migrations";
import { withDatabase } from "~/platform/postgres/with-database";
import { freezeSharedBefore } from "./command-line/frozen-reports";
import { reckonDueLineage } from "./command-line/lineage-due";
import { writeNewMigration } from "./migrate/new-migration";

const HELP = `Usage: npm run migrate -- COMMAND

  new NAME     write the migration that leads from prisma/migrations to prisma/schema
               --empty   write an empty one instead, for triggers and other SQL by hand
  deploy       apply what is pending, after a copy of the data folder's database has been laid
               aside (before-MIGRATION-DAY); npm start does both by itself
  status       say what is applied and what is pending; exits 1 unless all is well

  --data DIR   the data folder (default: KASKAD_DATA or ./data)
  --help       this text

The database is the one of DATABASE_URL, or the data folder's own, which is started for the
command if need be. Of the one of DATABASE_URL no copy is made. "new" only makes a scratch database beside it.`;

await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: "string" },
      empty: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  const [command, name, ...rest] = positionals;
  const place = { dataDir: values.data };
  const isTooMuch = rest.length > 0 || (name !== undefined && command !== "new");
  if (values.help) console.log(HELP);
  else if (isTooMuch) throw new Error(`That is one word too many.\n\n${HELP}`);
  else if (command === "new" && name)
    await withDatabase(place, (url) => makeNew({ url, name, empty: values.empty }));
  else if (command === "deploy") await withDatabase({ ...place, toMigrate: console.log }, deploy);
  else if (command === "status") await withDatabase(place, printStatus);
  else {
    console.error(HELP);
    process.exitCode = 1;
  }
}

async function makeNew(options: { url: string; name: string; empty?: boolean }): Promise<void> {
  const file = await writeNewMigration({ ...options, now: new Date() });
  if (file) console.log(`Written: ${relative(process.cwd(), file)}. Read it before you deploy it.`);
  else console.log("The migrations already lead to prisma/schema: nothing to write.");
}

async function deploy(url: string): Promise<void> {
  const applied = await deployMigrations(url, undefined, console.log);
  for (const name of applied) console.log(`Applied ${name}.`);
  await reckonDueLineage(url);
  const frozen = await freezeSharedBefore(url);
  if (frozen > 0) console.log(`Froze ${frozen} reports that were shared before.`);
  if (applied.length === 0) console.log("The database is up to date.");
}

async function printStatus(url: string): Promise<void> {
  const { applied, ...trouble } = await migrationStatus(url);
  console.log(`Applied: ${applied.length}`);
  for (const [state, names] of Object.entries(trouble)) {
    for (const name of names) console.log(`${state}: ${name}`);
    if (names.length > 0) process.exitCode = 1;
  }
}
