import { canonicalJson } from "./canonical-json";

/** What the trail says that somebody did. */
export type Act = {
  /** The verb, as `hand-over.confirm`. */
  action: string;
  /** The kind and the id of what it was done to. */
  type: string;
  subject: string;
  /** Ids and words that it names beside that, by what they are. */
  named: Readonly<Record<string, string>>;
  /** Which of its facts are others than they were; null where the trail doesn't tell. */
  changed: readonly string[] | null;
  /** Of an answer to a hand-over: whose own hours count otherwise by it; null where it isn't told. */
  hoursOf: readonly string[] | null;
};

type Detail = Readonly<Record<string, unknown>>;

/** What an act names, and which facts it changed, by its detail in the trail. */
export function readDetail(detail: Detail): Pick<Act, "named" | "changed" | "hoursOf"> {
  const words = Object.entries(detail).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  const { hoursOf } = detail;
  return {
    named: Object.fromEntries(words),
    changed: changedIn(detail),
    hoursOf: Array.isArray(hoursOf) ? hoursOf.map(String) : null,
  };
}

function changedIn({ was, before, after, ...facts }: Detail): string[] | null {
  if (Array.isArray(was)) return differ(facts.placements, was) ? ["placements"] : [];
  if (isFacts(was)) return differing(facts, was);
  if (!isFacts(before) || !isFacts(after)) return null;
  return [...Object.keys(facts), ...differing(after, before)];
}

function differing(are: Detail, were: Detail): string[] {
  return Object.keys(are).filter((fact) => differ(are[fact], were[fact]));
}

function differ(is: unknown, was: unknown): boolean {
  return canonicalJson(meantBy(is)) !== canonicalJson(meantBy(was));
}

/** Of what has an id its id alone, whatever it is called; of a place neither the share. */
function meantBy(value: unknown): unknown {
  if (!Array.isArray(value)) return value ?? null;
  return value.map((each: unknown) => {
    if (!isFacts(each)) return each;
    if ("id" in each) return each.id;
    const { share: _share, ...rest } = each;
    return rest;
  });
}

function isFacts(value: unknown): value is Detail {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
