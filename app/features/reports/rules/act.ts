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

/** Of what has an id its id alone, whatever it is called; of places where and when alone. */
function meantBy(value: unknown): unknown {
  if (!Array.isArray(value)) return value ?? null;
  const each = value.map((one: unknown) => (isFacts(one) && "id" in one ? one.id : one));
  return each.length > 0 && each.every(isPlace) ? unitsOver(each) : each;
}

type Place = { unitId: string; startsOn: string; endsBefore: string | null };

function isPlace(value: unknown): value is Place {
  return isFacts(value) && "unitId" in value && "startsOn" in value;
}

/** In which units from when until when: another title or share from a day on is no other place. */
function unitsOver(places: readonly Place[]): Place[] {
  const joined: Place[] = [];
  for (const { unitId, startsOn, endsBefore } of [...places].sort(byUnitAndDay)) {
    const last = joined.at(-1);
    if (last?.unitId === unitId && last.endsBefore === startsOn) last.endsBefore = endsBefore;
    else joined.push({ unitId, startsOn, endsBefore });
  }
  return joined;
}

function byUnitAndDay(a: Place, b: Place): number {
  return `${a.unitId} ${a.startsOn}` < `${b.unitId} ${b.startsOn}` ? -1 : 1;
}

function isFacts(value: unknown): value is Detail {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
