import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import manifest from "../../package.json";

export type RunningProgram = {
  url: string;
  /** The code for the first administrator; "" where the terminal shows none. */
  code: string;
  pid: number;
  stop: () => Promise<void>;
};

/** What `npm start` gives Node. */
const nodeOptions = manifest.scripts.start.split(" ").filter((word) => word.startsWith("--"));

/** Starts Kaskad on a data folder as `npm start` does, at a free port. */
export async function startProgram(dataDir: string, ...options: string[]): Promise<RunningProgram> {
  const script = fileURLToPath(new URL("../../scripts/start.mjs", import.meta.url));
  const args = [...nodeOptions, script, "--port", "0", "--data", dataDir, ...options];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let url = "";
  let code = "";
  for await (const line of createInterface(child.stdout)) {
    url ||= /ready: (\S+)/.exec(line)?.[1] ?? "";
    code ||= /with the code (\S+)/.exec(line)?.[1] ?? "";
    if (line.startsWith("Stop it with")) break;
  }
  if (url === "") throw new Error("Kaskad did not start.");
  child.stdout.resume();
  return {
    url,
    code,
    pid: child.pid ?? 0,
    async stop() {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}
