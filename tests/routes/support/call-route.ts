import type { KnownRoute } from "./every-route";

/** A status, or `sign-in` for being sent there. */
export type Answer = number | "sign-in";

/**
 * What a route answers to one request, as Remix would see it: what it returns or throws, be it a
 * response, data with a status, or plain data. A GET without a loader is a page for everybody.
 */
export async function answerOf(
  { module, path }: KnownRoute,
  call: {
    method: "GET" | "POST";
    params: Record<string, string>;
    form: Record<string, string>;
    cookie: string;
  },
): Promise<Answer> {
  const handle = call.method === "GET" ? module.loader : module.action;
  if (!handle) return 200;
  const url = new URL(addressOf(path, call.params), "http://localhost");
  const request = new Request(url, {
    method: call.method,
    headers: { cookie: call.cookie },
    ...(call.method === "POST" && { body: new URLSearchParams(call.form) }),
  });
  try {
    return statusOf(await handle({ request, params: call.params, context: {} }));
  } catch (thrown) {
    if (thrown instanceof Error) throw thrown;
    return statusOf(thrown);
  }
}

/** The path with its parameters filled in. Throws where one is missing. */
function addressOf(path: string, params: Record<string, string>): string {
  return path.replace(/:(\w+)\??|\*/g, (part, name: string | undefined) => {
    const value = params[name ?? "*"];
    if (value === undefined) throw new Error(`${path} needs a value for ${part}`);
    return encodeURIComponent(value);
  });
}

function statusOf(result: unknown): Answer {
  if (result instanceof Response) {
    const location = result.headers.get("location") ?? "";
    return location.startsWith("/sign-in?") ? "sign-in" : result.status;
  }
  if (hasInit(result)) return result.init?.status ?? 200;
  return 200;
}

/** What Remix's `data(value, { status })` makes. */
function hasInit(result: unknown): result is { init: ResponseInit | null } {
  return (
    typeof result === "object" &&
    result !== null &&
    "type" in result &&
    result.type === "DataWithResponseInit"
  );
}
