// Runs the checks of this folder: `node --import tsx scripts/checks/run.ts [name …]`.
// Prints one line a check and a line a fault; the exit code is the number of broken rules.
import { fileURLToPath } from "node:url";
import type { Check } from "./check";
import { deadCode } from "./dead-code";
import { effects } from "./effects";
import { importCircles } from "./import-circles";
import { importDirection } from "./import-direction";
import { layout } from "./layout";
import { messages } from "./messages";
import { readProjectTree } from "./project-tree";
import { schemaDrift } from "./schema-drift";
import { tableRooms } from "./table-rooms";
import { words } from "./words";

const checks: Check[] = [
  importDirection,
  importCircles,
  tableRooms,
  layout,
  words,
  messages,
  effects,
  deadCode,
  schemaDrift,
];

const wanted = process.argv.slice(2);
const chosen = checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const tree = readProjectTree(fileURLToPath(new URL("../..", import.meta.url)));
let broken = 0;
for (const check of chosen) {
  const faults = await check.run(tree);
  if (faults.length > 0) broken += 1;
  console.log(`${faults.length === 0 ? "ok  " : "FAIL"} ${check.name}`);
  for (const fault of faults) console.log(`     ${fault}`);
}
process.exitCode = broken;
