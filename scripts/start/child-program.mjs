import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The folder of the project. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Runs a program of Node to its end, in the project's folder. Stopped together with this process.
 * @param {string[]} args the program's file and its arguments
 * @param {{ signal: AbortSignal, env?: Record<string, string>, show?: boolean }} options
 *   `show` lets it write to the terminal; otherwise its output is kept
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export async function runNode(args, { signal, env, show = false }) {
  signal.throwIfAborted();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
    windowsHide: true,
  });
  const kill = () => child.kill();
  signal.addEventListener("abort", kill);
  try {
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    const code = await new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    signal.throwIfAborted();
    return { ok: code === 0, output };
  } finally {
    signal.removeEventListener("abort", kill);
  }
}
