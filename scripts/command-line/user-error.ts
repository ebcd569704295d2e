/** What is wrong with a call, in words for whoever made it. */
export class UserError extends Error {
  override name = "UserError";
}

/** Runs a command; what the caller got wrong is said in words, and the exit code is 1. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (!(error instanceof Error) || error.name === "TypeError") console.error(error);
  }
}
