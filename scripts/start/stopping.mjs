/**
 * @typedef {object} Stopping
 * @property {AbortSignal} signal aborted when the program has been asked to stop
 * @property {AbortSignal} hurry aborted when it has been asked again
 * @property {() => number} exitCode 0, or 1 when it stops because of an error nobody caught
 */

// Ctrl-C reaches this process twice when npm started it: from the terminal, and from npm.
const ONE_REQUEST_MS = 500;

/**
 * Turns signals that end a program, and errors that would, into a request to stop, so that nothing
 * is left running.
 * @returns {Stopping}
 */
export function watchSignals() {
  const stop = new AbortController();
  const hurry = new AbortController();
  let first = 0;
  let exitCode = 0;
  function onSignal() {
    if (stop.signal.aborted && Date.now() - first > ONE_REQUEST_MS) hurry.abort();
    if (stop.signal.aborted) return;
    first = Date.now();
    stop.abort();
  }
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, onSignal);
  process.on("uncaughtException", (error) => {
    console.error(error);
    exitCode = 1;
    onSignal();
  });
  // One request's mistake must not end the program for everybody.
  process.on("unhandledRejection", (reason) => console.error(reason));
  // A terminal that has been closed must not end the program before it has stopped cleanly.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  return { signal: stop.signal, hurry: hurry.signal, exitCode: () => exitCode };
}
