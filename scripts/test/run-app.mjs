// Runs Kaskad as `npm start` would, with a data folder of its own, as long as the process that
// forked this one is there; then stops it and removes the folder. A process of its own, so that
// this happens whatever ends the other one. Sends `{ url }` when Kaskad is ready, or `{ failure }`.
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

const dataDir = mkdtempSync(join(tmpdir(), "kaskad-e2e-"));
// Where root runs the tests, the database runs as another user, who must be able to pass.
chmodSync(dataDir, 0o755);
const app = spawn(process.execPath, ["scripts/start.mjs", "--data", dataDir, "--port", "0"], {
  stdio: ["ignore", "pipe", "pipe"],
});

let output = "";
for (const stream of [app.stdout, app.stderr]) {
  stream.setEncoding("utf8").on("data", (chunk) => {
    output += chunk;
    const url = /^Kaskad is ready: (\S+)$/m.exec(output)?.[1];
    if (url) tell({ url });
  });
}
app.once("exit", () => {
  tell({ failure: `Kaskad ended:\n${output}` });
  rmSync(dataDir, { recursive: true, force: true });
  process.exit();
});

const stop = () => void app.kill("SIGTERM");
process.on("disconnect", stop);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);

/** @param {{ url: string } | { failure: string }} message */
function tell(message) {
  if (process.connected) process.send?.(message);
}
