import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays } from "~/terms/day";
import type { Scene } from "./scene";
import { printTable } from "./table";

const limitSeconds = 1.5;
const rounds = 3;

/** What it costs to write one row by a command while the server is running. */
export async function benchCommand(databaseUrl: string, { db, today, personId }: Scene) {
  const person = await db.person.findUniqueOrThrow({ where: { id: personId } });
  const folder = mkdtempSync(join(tmpdir(), "kaskad-bench-"));
  const list = join(folder, "list.csv");
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  let [bare, command] = [Infinity, Infinity];
  for (let round = 0; round <= rounds; round += 1) {
    const row = [person.email, `Kurs ${Date.now()}`, addDays(today, -9), "3"];
    writeFileSync(list, `E-post;Kurs;Datum;Timmar\n${row.join(";")}\n`);
    const seconds = processorSeconds(`npm run -s import -- training "${list}" --yes`, env);
    // The first one compiles.
    if (round > 0) command = Math.min(command, seconds);
    bare = Math.min(bare, processorSeconds("npm run", env));
  }
  rmSync(folder, { recursive: true });
  const beyond = command - bare;
  console.log("\nA command that writes one row, while the server is running");
  printTable(
    ["", "processor time, s", "beyond `npm run`", `÷ limit ${limitSeconds} s`],
    [
      [
        "npm run -s import -- training",
        command.toFixed(2),
        beyond.toFixed(2),
        (beyond / limitSeconds).toFixed(2),
      ],
    ],
  );
}

/** Of the program and all that it starts. */
function processorSeconds(line: string, env: NodeJS.ProcessEnv): number {
  const timed = spawnSync("bash", ["-c", `TIMEFORMAT='%U %S'; time (${line} >/dev/null)`], {
    env,
    encoding: "utf8",
  });
  const [, user = "NaN", system = "NaN"] = /(\S+) (\S+)\s*$/.exec(timed.stderr) ?? [];
  return timed.status === 0 ? Number(user) + Number(system) : NaN;
}
