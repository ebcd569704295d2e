import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { cleanEnvironment } from "./clean-environment.mjs";

export type RunningApp = {
  url: string;
  /** Stops it and removes its data. The end of this process, however it comes, does the same. */
  stop: () => Promise<void>;
};

type Message = { url: string } | { failure: string };

/** Starts Kaskad with the demo's data at a free port, in a data folder of its own. */
export async function startApp(): Promise<RunningApp> {
  const app = fork(fileURLToPath(new URL("run-app.mjs", import.meta.url)), {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    env: cleanEnvironment(process.env),
    execArgv: [],
  });
  // What run-app.mjs sends.
  const [message] = (await once(app, "message")) as [Message];
  if ("failure" in message) throw new Error(message.failure);
  return {
    url: message.url,
    async stop() {
      app.disconnect();
      await once(app, "exit");
    },
  };
}
