import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { connection } from "~/ui/navigation/connection";
import { patientFetch } from "~/ui/navigation/patient-fetch";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", new EventTarget());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const noAnswer = () => Promise.reject(new TypeError("Failed to fetch"));
const answer = () => Promise.resolve(new Response("ja"));

/** A network that is there only as long as `isThere` says so; counts what is sent to the page. */
function network() {
  const state = { isThere: false, answersPage: true, sent: 0 };
  const send: typeof fetch = (input) => {
    if (input !== "/page") return state.isThere ? answer() : noAnswer();
    state.sent += 1;
    return state.isThere && state.answersPage ? answer() : noAnswer();
  };
  return { state, send };
}

test("what gets no answer is sent again when there is a network, and told of until then", async () => {
  const { state, send } = network();
  const answered = patientFetch("/page", {}, send);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(connection.isLost()).toBe(true);
  expect(state.sent).toBe(1);
  state.isThere = true;
  window.dispatchEvent(new Event("online"));
  expect(await (await answered).text()).toBe("ja");
  expect(state.sent).toBe(2);
  expect(connection.isLost()).toBe(false);
});

test("a server that comes back without a word from the browser is noticed", async () => {
  const { state, send } = network();
  const answered = patientFetch("/page", {}, send);
  await vi.advanceTimersByTimeAsync(10_000);
  state.isThere = true;
  await vi.advanceTimersByTimeAsync(5_000);
  await expect(answered).resolves.toBeInstanceOf(Response);
});

test("who goes elsewhere meanwhile waits no longer", async () => {
  const { state, send } = network();
  const leaving = new AbortController();
  const given = patientFetch("/page", { signal: leaving.signal }, send);
  const ended = expect(given).rejects.toMatchObject({ name: "AbortError" });
  await vi.advanceTimersByTimeAsync(1_000);
  leaving.abort();
  await ended;
  expect(connection.isLost()).toBe(false);
  expect(state.sent).toBe(1);
});

test("what the server that is there never answers is given up", async () => {
  const { state, send } = network();
  Object.assign(state, { isThere: true, answersPage: false });
  const ended = expect(patientFetch("/page", {}, send)).rejects.toThrow("Failed to fetch");
  await vi.advanceTimersByTimeAsync(60_000);
  await ended;
  expect(state.sent).toBe(5);
  expect(connection.isLost()).toBe(false);
});

test("another fault is one at once", async () => {
  const refuse = () => Promise.reject(new Error("no"));
  await expect(patientFetch("/page", {}, refuse)).rejects.toThrow("no");
});
