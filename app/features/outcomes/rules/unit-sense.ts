/** What kind of figures a unit is for, by its words in Swedish or English. */
export type UnitSense = "percent" | "count" | "amount" | "free";

/** Why a value is hardly meant: the unit has none like it. */
export type ValueDoubt = "over-hundred" | "below-zero" | "not-whole";

/** What is odd about a value in its unit; null where nothing is. It may be right all the same. */
export function doubtOf(unit: string, value: number): ValueDoubt | null {
  const sense = senseOf(unit);
  if (sense === "free") return null;
  if (value < 0) return "below-zero";
  if (sense === "percent" && value > 100) return "over-hundred";
  return sense === "count" && !Number.isInteger(value) ? "not-whole" : null;
}

/**
 * `percent`: from 0 to 100. `amount`: not below 0, as time, weight, or anything per something.
 * `free`: any figure, as money, degrees, an index, a change. All other units are what is counted:
 * contacts, people, hand-overs.
 */
function senseOf(unit: string): UnitSense {
  const words = unit.toLowerCase().match(/[\p{L}\d]+|[%‰/°$€£]/gu) ?? [];
  const has = (list: readonly string[]) =>
    words.some((word) => list.some((known) => isWord(word, known)));
  if (has(free)) return "free";
  if (has(percent)) return "percent";
  return has(per) || has(measured) ? "amount" : "count";
}

/** `known*` stands for all words that begin so. */
function isWord(word: string, known: string): boolean {
  return known.endsWith("*") ? word.startsWith(known.slice(0, -1)) : word === known;
}

const free = [
  ...["förändr*", "ändring", "skillnad*", "differens*", "change*", "difference*"],
  ...["kr", "kronor", "krona", "tkr", "mkr", "sek", "öre", "€", "$", "£", "euro", "eur", "usd"],
  ...["grader", "grad", "°", "degree*", "index", "indexpoäng", "poäng", "betyg", "skala"],
  ...["point*", "score*", "grade*", "rating*", "procentenhet*", "nps"],
];
const percent = ["%", "procent", "percent", "percentage", "pct", "cent", "andel*", "share"];
const per = ["/", "per", "‰", "promille", "kvot", "ratio"];
const measured = [
  ...["tim", "timme*", "timmar*", "h", "tid", "min", "minut*", "sekund*", "sek", "s", "dag"],
  ...["dagar", "dygn", "vecka", "veckor", "mån", "månad*", "år", "kvartal", "arbetsdagar"],
  ...["hour*", "hrs", "hr", "time", "minute*", "second*", "day", "days", "week*", "month*"],
  ...["year*", "årsarbetare", "årsarbetskrafter", "heltidstjänster", "fte", "ftes"],
  ...["m", "km", "mil", "meter", "kilometer", "metre*", "kg", "g", "kilo*", "gram", "ton"],
  ...["l", "liter", "litre*", "m2", "kvm", "kwh", "mwh", "median", "medel*", "snitt*"],
  ...["average", "mean"],
];
