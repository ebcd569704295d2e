import { awaitConnection } from "./connection";

const pauseMs = 3000;
const mostTries = 5;

/**
 * `fetch` that doesn't give up where there is no network, or no server, for a while: it waits for
 * them and tries again, until the request is aborted; `connection` tells of it meanwhile. Gives up
 * where the server is there and this one request gets no answer. What is sent twice must be carried
 * out once, as forms with an id are.
 */
export async function patientFetch(
  input: RequestInfo | URL,
  init?: RequestInit,
  send: typeof fetch = fetch,
): Promise<Response> {
  let stopWaiting: (() => void) | undefined;
  try {
    for (let tries = 1; ; tries += 1) {
      try {
        return await send(input, init);
      } catch (error) {
        if (!isUnanswered(error) || tries === mostTries) throw error;
        stopWaiting ??= awaitConnection();
        await untilThereIsServer(send, init?.signal);
      }
    }
  } finally {
    stopWaiting?.();
  }
}

async function untilThereIsServer(send: typeof fetch, signal?: AbortSignal | null): Promise<void> {
  for (;;) {
    await pause(signal);
    try {
      await send("/favicon.svg", { method: "HEAD", cache: "no-store", signal });
      return;
    } catch (error) {
      if (!isUnanswered(error)) throw error;
    }
  }
}

/** The one kind of error by which `fetch` tells that nothing answered. */
function isUnanswered(error: unknown): boolean {
  return error instanceof TypeError;
}

/** Until the browser says that it has a network again, or the request is given up, or a while. */
async function pause(signal?: AbortSignal | null): Promise<void> {
  await new Promise<void>((resolve) => {
    const over = new AbortController();
    function end() {
      clearTimeout(timer);
      over.abort();
      resolve();
    }
    const timer = setTimeout(end, pauseMs);
    window.addEventListener("online", end, { signal: over.signal });
    signal?.addEventListener("abort", end, { signal: over.signal });
  });
  signal?.throwIfAborted();
}
