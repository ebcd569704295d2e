import { useEffect, useState } from "react";

/**
 * `note` stands beside the name in the list; `label`, where others have the same name too, in its
 * place once the person is chosen.
 */
export type Person = { id: string; name: string; note?: string; label?: string };

/** How a chosen person is called, so that they are no other. */
export function labelOf({ name, label = name }: Person): string {
  return label;
}

export type SearchState = { status: "idle" | "searching" | "found" | "failed"; people: Person[] };

/** Long enough that a word is typed in one go, short enough not to be felt. */
const pauseMs = 180;

/** People whose name matches, asked for when the typing pauses; an older answer never wins. */
export function usePeopleSearch(searchUrl: string, query: string): SearchState {
  const [state, setState] = useState<SearchState>({ status: "idle", people: [] });
  const wanted = query.trim();

  useEffect(() => {
    if (wanted === "") {
      setState({ status: "idle", people: [] });
      return;
    }
    const stop = new AbortController();
    setState((before) => ({ status: "searching", people: before.people }));
    const timer = setTimeout(() => {
      fetchPeople(searchUrl, wanted, stop.signal).then(
        (people) => setState({ status: "found", people }),
        () => {
          if (!stop.signal.aborted) setState({ status: "failed", people: [] });
        },
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [searchUrl, wanted]);

  return state;
}

async function fetchPeople(
  searchUrl: string,
  query: string,
  signal: AbortSignal,
): Promise<Person[]> {
  const url = new URL(searchUrl, window.location.href);
  url.searchParams.set("q", query);
  const response = await fetch(url, { signal, headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`The people search answered ${response.status}`);
  return readPeople(await response.json());
}

/** Takes what has the right shape and drops the rest. */
export function readPeople(body: unknown): Person[] {
  if (typeof body !== "object" || body === null || !("people" in body)) return [];
  return Array.isArray(body.people) ? body.people.filter(isPerson) : [];
}

function isPerson(value: unknown): value is Person {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    typeof value.id === "string" &&
    "name" in value &&
    typeof value.name === "string"
  );
}
