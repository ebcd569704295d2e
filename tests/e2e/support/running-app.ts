import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { cleanEnvironment } from "../../../scripts/test/clean-environment.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));

type Message = { url: string } | { failure: string };

/**
 * Starts the app before the first test and returns what stops it after the last. Its address is
 * handed to the tests in KASKAD_E2E_URL.
 */
export default async function startApp(): Promise<() => Promise<void>> {
  const app = fork(fileURLToPath(new URL("run-app.mjs", import.meta.url)), {
    cwd: root,
    env: cleanEnvironment(process.env),
    execArgv: [],
  });
  // What run-app.mjs sends.
  const [message] = (await once(app, "message")) as [Message];
  if ("failure" in message) throw new Error(message.failure);
  process.env.KASKAD_E2E_URL = message.url;
  return async () => {
    app.disconnect();
    await once(app, "exit");
  };
}
