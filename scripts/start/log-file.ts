import { mkdirSync, renameSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

const LIMIT_BYTES = 20_000_000;

/** The file of the log: KASKAD_LOG_FILE or one in the data folder. A long one is put aside. */
export function prepareLogFile(dataDir: string): string {
  const file = process.env.KASKAD_LOG_FILE || join(dataDir, "kaskad.log");
  mkdirSync(dirname(file), { recursive: true });
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat?.isFile() && stat.size > LIMIT_BYTES) renameSync(file, `${file}.1`);
  return file;
}
