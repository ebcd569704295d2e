import { writeFileSync } from "node:fs";

/** Writes to the terminal of whoever started the program; where there is none any more, nowhere. */
export function toStandardError(text: string): void {
  try {
    writeFileSync(2, text);
  } catch {
    // Nobody is left to tell.
  }
}
