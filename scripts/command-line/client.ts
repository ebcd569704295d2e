import { generateClient } from "../start/prisma-client.mjs";

/**
 * Loads that part of a command which works on the database: it needs the generated client, which a
 * fresh clone has not made yet. What stands on standard output is the command's alone.
 */
export async function withClient<Part>(load: () => Promise<Part>): Promise<Part> {
  await generateClient(new AbortController().signal, (line) => console.error(line));
  return load();
}
