import pino from "pino";

/** What the log says of an error; `stack` and `code` where it has them. */
type LoggedError = { type: string; message: string; stack?: string; code?: string };

/** A request as far as the log is concerned: `path` is what may be said of its address. */
type FailedRequest = { address: string; referer?: string | null; path: string; requestId: string };

/**
 * The line about what nobody expected of a request. Errors like to quote the address, whole or in
 * parts: what the log doesn't say of it in `path` is left out of their texts too.
 */
export function failureLine(error: unknown, request: FailedRequest) {
  const { address, referer, path, requestId } = request;
  const shown = new Set(path.split("/"));
  const unsaid = [address, referer ?? ""]
    .flatMap(wordsOf)
    .filter((word) => word.length >= SHORTEST_SECRET && !shown.has(word))
    .sort((one, other) => other.length - one.length);
  const hide = (text: string) =>
    unsaid.reduce((hidden, word) => hidden.replaceAll(word, "…"), text);
  const { type, message, stack, code } = loggedError(error);
  const err: LoggedError = {
    type,
    message: hide(message),
    ...(stack !== undefined && { stack: hide(stack) }),
    ...(code !== undefined && { code }),
  };
  return { err, requestId, path };
}

// Characters. What is shorter can be guessed, and hiding it would spoil the texts.
const SHORTEST_SECRET = 8;

/** The parts of an address's path and query, as they stand there and as they are read. */
function wordsOf(address: string): string[] {
  const local = address.replace(/^[a-z]+:\/\/[^/]*/i, "");
  return local.split(/[/?&=#]/).flatMap((part) => {
    const read = decoded(part);
    const within = /[/?&=#]/.test(read) ? wordsOf(read) : [];
    return [part, read, ...within].flatMap((word) => [word, word.replace(/\.data$/, "")]);
  });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * An error's type, text, stack and code, with its causes. What else it carries is left out: values
 * of rows, addresses, bodies.
 */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: textOf(error) };
  const { type, message, stack } = pino.stdSerializers.err(error);
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return { type, message, stack, ...(code !== undefined && { code }) };
}

/** What was thrown that is no error: a text, or what Remix makes of an address without a page. */
function textOf(thrown: unknown): string {
  if (typeof thrown === "string") return thrown;
  if (typeof thrown !== "object" || thrown === null) return String(thrown);
  const status = "status" in thrown ? String(thrown.status) : "";
  const data = "data" in thrown && typeof thrown.data === "string" ? thrown.data : "";
  return `${status} ${data}`.trim();
}
