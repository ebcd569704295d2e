import { spawn } from "node:child_process";

/** The system user that a program runs as; undefined means the user of this process. */
export type SystemUser = { uid: number; gid: number } | undefined;

export type ProgramResult = { ok: boolean; output: string };

/**
 * Runs one of PostgreSQL's programs to its end. The program gets a session of its own: Ctrl-C in
 * the terminal reaches only this process, which decides what is stopped and in which order.
 * Throws where the program cannot be started at all (missing, unreachable, or not executable).
 */
export function runProgram(
  program: string,
  args: string[],
  options: { user: SystemUser; signal?: AbortSignal; quiet?: boolean },
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...options.user,
      signal: options.signal,
      // The folder this process stands in may be closed to the user of the program.
      cwd: process.platform === "win32" ? undefined : "/",
      env: programEnvironment(),
      detached: true,
      windowsHide: true,
      // A server that the program leaves behind must not hold a pipe to this process open.
      stdio: options.quiet ? "ignore" : ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ ok: code === 0, output: output.trim() }));
  });
}

// None of this process's secrets. macOS wants a locale there; messages are wanted in English.
function programEnvironment(): NodeJS.ProcessEnv {
  const { NODE_ENV, PATH, SystemRoot } = process.env;
  return { NODE_ENV, PATH, SystemRoot, LC_ALL: "C" };
}
