import { renameSync, statSync } from "node:fs";
import { join } from "node:path";

const LIMIT_BYTES = 20_000_000;

/**
 * The file of the log: KASKAD_LOG_FILE or one in the data folder. A long one is put aside, where
 * that can be done: whoever writes the log says what can't.
 */
export function prepareLogFile(dataDir: string): string {
  const file = process.env.KASKAD_LOG_FILE || join(dataDir, "kaskad.log");
  try {
    const stat = statSync(file);
    if (stat.isFile() && stat.size > LIMIT_BYTES) renameSync(file, `${file}.1`);
  } catch {
    // There is none yet, or it stays as it is.
  }
  return file;
}
