// Runs one step as a process group of its own, so that it can be ended with all its children.
import { spawn } from "node:child_process";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";

// Longer than any step takes on a slow machine.
const limitMinutes = 30;

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/**
 * @param {{ args: string[]; env: NodeJS.ProcessEnv; cwd: string }} program
 * @returns {Promise<{ ended: boolean; output: string }>} `ended`: with exit code 0
 */
export function runProgram({ args, env, cwd }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env,
      detached: process.platform !== "win32",
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.add(child);
    let output = "";
    child.stdout.setEncoding("utf8");
    child.stderr.setEncoding("utf8");
    const collect = (/** @type {string} */ chunk) => (output += chunk);
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) => (output += error.message));
    const giveUp = setTimeout(() => {
      output += `\nStopped after ${limitMinutes} minutes.`;
      signalGroup(child, "SIGKILL");
    }, limitMinutes * 60_000);
    child.on("close", (code) => {
      clearTimeout(giveUp);
      running.delete(child);
      resolve({ ended: code === 0, output });
    });
  });
}

/** Ends whatever still runs: as Ctrl-C would, and after ten seconds for good. */
export async function stopPrograms() {
  // The suites take this signal as the one to tidy up at.
  for (const child of running) signalGroup(child, "SIGINT");
  for (let waited = 0; running.size > 0 && waited < 10_000; waited += 50) await sleep(50);
  for (const child of running) signalGroup(child, "SIGKILL");
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
  } catch {
    // It has ended in this moment.
  }
}
