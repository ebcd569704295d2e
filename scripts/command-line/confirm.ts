import { createInterface } from "node:readline/promises";

/**
 * Asks at the terminal and returns whether the answer was yes. Where nobody can be asked the
 * answer is no.
 */
export async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(`${question} [y/N] `);
    return /^(y|yes|j|ja)$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
