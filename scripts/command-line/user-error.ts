/** What is wrong with a call, in words for whoever made it. */
export class UserError extends Error {
  override name = "UserError";
}

/** Errors whose message says all that the caller can use; of others the whole trace is shown. */
const inWords = new Set([
  ...["UserError", "StartError", "MigrationError"],
  ...["EmbeddedPostgresError", "ForeignDatabaseError"],
]);

/** Runs a command; what the caller got wrong is said in words, and the exit code is 1. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.exitCode = 1;
    if (isInWords(error)) process.stderr.write(`${error.message}\n`);
    else console.error(error);
  }
}

function isInWords(error: unknown): error is Error {
  return error instanceof Error && (inWords.has(error.name) || isWrongOption(error));
}

/** What `parseArgs` throws for an option that it doesn't know, or that lacks its value. */
function isWrongOption(error: Error): boolean {
  return "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
