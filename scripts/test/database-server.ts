import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export type TestServer = {
  /** A database of the server whose user may make others beside it. */
  url: string;
  release: () => Promise<void>;
};

type Message = { url: string } | { failure: string };

/**
 * The tests' own PostgreSQL. Runs that overlap share it, and it stops with the last of them, also
 * when that is killed.
 */
export async function useTestServer(): Promise<TestServer> {
  const holder = fork(fileURLToPath(new URL("hold-server.ts", import.meta.url)), {
    execArgv: ["--import", "tsx"],
  });
  // What hold-server.ts sends.
  const [message] = (await once(holder, "message")) as [Message];
  if ("failure" in message) throw new Error(message.failure);
  return {
    url: message.url,
    async release() {
      holder.disconnect();
      await once(holder, "exit");
    },
  };
}
