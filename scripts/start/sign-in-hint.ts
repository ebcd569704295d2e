import { isIPv4 } from "node:net";
import type { Contents } from "./contents";
import type { StartOptions } from "./options.mjs";

/** Whether the demo's people may be chosen without a password: not where others can reach it. */
export function isDemoOpen(contents: Contents, options: StartOptions): boolean {
  const { host } = options;
  const isLoopback =
    host === "localhost" || host === "::1" || (isIPv4(host) && host.startsWith("127."));
  // A proxy on this machine brings others to the loopback address.
  const isPrivate = isLoopback && options.trustProxy === undefined;
  return contents === "demo" && (isPrivate || options.demoPublic);
}

/** How to get in, in a line or two for the terminal. */
export async function signInHint(options: {
  contents: Contents;
  demoOpen: boolean;
  url: string;
  databaseUrl: string;
}): Promise<string> {
  if (options.demoOpen) return "Sign in with one click as one of the demo's people.";
  if (options.contents === "demo")
    return "This is the demo, and its one-click sign-in is closed, because other machines can reach\nthis address. Open it to all of them with --demo-public.";
  // Loaded here, where the settings that it reads are known.
  const { issueSetupCode } = await import("~/features/access/setup-code.server");
  const code = await issueSetupCode(options.databaseUrl);
  if (code === null) return "Sign in with your account.";
  return `Nobody has an account yet. Make the first one at ${options.url}/setup with the code ${code}`;
}
