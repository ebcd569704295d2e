import type { TrainingField } from "./training-headings";

/**
 * Whether a heading is one that `isKnown` knows: as it stands, or but for what stands beside it, in
 * brackets, behind a stroke or last. What stands there may say the unit, the language or whose it
 * is: where it isn't known to change nothing, the heading is another one.
 */
export function isHeadingOf(
  heading: string,
  field: TrainingField,
  isKnown: (plain: string) => boolean,
): boolean {
  if (isKnown(plainHeading(heading))) return true;
  const notes = [...heading.matchAll(brackets)].map(([note]) => note);
  if (!notes.every((note) => isPlain(note, field))) return false;
  const names = withoutTaxNote(heading.replace(brackets, " "), field).split(/[/|]/);
  const isName = (name: string) => isKnown(plainHeading(withoutUnit(name, field)));
  return names.some(isName) && names.every((name) => isName(name) || isPlain(name, field));
}

export function plainHeading(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\d\p{Sc}%]/gu, "");
}

export type LengthUnit = "min" | "s";

/** The unit that a heading says of its lengths of time, null where they are hours, or hours and minutes. */
export function lengthUnit(heading: string): LengthUnit | null {
  const words = wordsOf(heading);
  if (words.some((word) => /^(?:h|hh|tt|hrs?|tim)$|timm(?:e|ar)$|hours?$/u.test(word))) return null;
  if (words.some((word) => /^min(?:utes?|s)?$|minut(?:er)?$/u.test(word))) return "min";
  return words.some((word) => /^(?:s|secs?|sek)$|seconds?$|sekunder$/u.test(word)) ? "s" : null;
}

export type AmountUnit = "tkr" | "mkr" | "öre";

/** The unit that a heading says of its amounts, null where they are kronor. */
export function amountUnit(heading: string): AmountUnit | null {
  const words = wordsOf(heading);
  if (words.some((word) => thousands.includes(word))) return "tkr";
  if (words.some((word) => millions.includes(word))) return "mkr";
  return words.includes("öre") ? "öre" : null;
}

/** Whether a heading says a measure that its field isn't counted in: another currency, with tax, days. */
export function isOtherMeasure(heading: string, field: TrainingField): boolean {
  const said = wordsOf(heading);
  if (field === "cost") {
    const isForeign = /[\p{Sc}%]/u.test(heading) || said.some((word) => currencies.includes(word));
    return isForeign || withTax.test(heading);
  }
  if (field !== "hours" || said.some((word) => ofClock.test(word))) return false;
  return heading.includes("%") || said.some((word) => ofCalendar.test(word));
}

const currencies =
  words(`eur euro euros usd dollar dollars gbp pund pound pounds nok dkk isk chf pln
  jpy`);
const withTax =
  /(?<!\p{L})(?:inkl|inklusive|med|incl|including|inc|with|plus)\.? ?(?:moms|vat|tax)(?!\p{L})/iu;
const ofClock = /^(?:h|hh|hrs?|tim|min|mins|minut|minuter|minutes?)$|timm(?:e|ar)$|hours?$/u;
const ofCalendar =
  /(?:dag|dagar|vecka|veckor|månader)$|^(?:days?|weeks?|months?|years?|år|poäng|points?|credits|hp|yhp|ects|procent|percent)$/u;

const brackets = /\([^)]*\)|\[[^\]]*\]|\{[^}]*\}|<[^>]*>/gu;

/** "Kostnad i tkr", "Tid, min": without the unit that stands last. */
function withoutUnit(name: string, field: TrainingField): string {
  const said = withoutTaxNote(name, field).trim();
  const found = /^(.*[\p{L}\d])[\s,.:;()–-]+([\p{L}]+)[\s.)]*$/u.exec(said);
  const [, rest = "", unit = ""] = found ?? [];
  return units[field]?.includes(unit.toLowerCase()) ? rest.replace(/\s+(?:i|in)$/iu, "") : said;
}

function withoutTaxNote(text: string, field: TrainingField): string {
  return field === "cost" ? text.replace(withoutTax, " ") : text;
}

/** Whether what stands beside a field's heading says nothing that its cells aren't read by. */
function isPlain(note: string, field: TrainingField): boolean {
  const text = withoutTaxNote(note, field);
  const said = [...(units[field] ?? []), ...(notes[field] ?? []), ...ofForms];
  const isForeign = field === "status" ? /\p{Sc}/u : /[\p{Sc}%]/u;
  return !isForeign.test(text) && wordsOf(text).every((word) => said.includes(word));
}

export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
}

const thousands = words("tkr kkr tsek ksek tusen tusental tusentals");
const millions = words("mkr mnkr msek");

/** Units that cells are read in. */
const units: Partial<Record<TrainingField, string[]>> = {
  hours: words(`h hr hrs hour hours tim timme timmar min mins minut minuter minute minutes
    s sec secs second seconds sek sekunder`),
  cost: [...words("kr kronor sek öre"), ...thousands],
};

/** How a form says that a question may be left or not. */
const ofForms = words("obligatoriskt valfritt frivilligt");

const person = `(?:person|pers|deltagare|kursdeltagare|anställd|medarbetare|elev|plats|capita|participant|learner|employee|attendee|student|seat|head)`;

/** A course's cost is meant without tax, and each row is one person's. */
const withoutTax = new RegExp(
  `(?<!\\p{L})(?:exkl|exklusive|ex|utan|före|excl|excluding|without|before)\\.? ?(?:moms|vat|tax)(?!\\p{L})|(?:per |\\/ ?)${person}\\.?(?!\\p{L})`,
  "giu",
);

/** The plain heading of a cost says that it is one person's. */
export const ofOnePerson = new RegExp(`${person}|^(?:á|a|styck)pris|^unit(?:price|cost)`, "u");

/** Whose it is: the learner's. */
const learner = words(`deltagare deltagaren deltagarens kursdeltagare medarbetare medarbetaren
  medarbetarens anställd anställda anställdes learner employee participant user student attendee
  staff required mandatory`);
const ofWhich = words("namn name kod code nummer nr number");

const clockNotes = words(
  `kl klockan klockslag tid time hh tt mm h t utc gmt cet cest kurs kursen course`,
);

/** What else says no more than the heading alone. */
const notes: Partial<Record<TrainingField, string[]>> = {
  email: [...learner, ...words("arbete arbetet jobb jobbet work primär primary")],
  name: [
    ...learner,
    ...words(
      `namn original hela fullständigt full för och förnamn efternamn first last given family name and`,
    ),
  ],
  givenName: learner,
  familyName: learner,
  title: words(
    "namn titel name title kurs kursen course utbildning utbildningen required mandatory",
  ),
  date: words(`åååå yyyy åå yy å y mm m dd d ååååmmdd yyyymmdd hh tt ss tid time dag day slut end
    slutdatum avslut avslutad genomförd genomfört slutförd slutfört klar klart completed completion
    finish finished utc gmt cet cest pst pdt est edt kurs kursen course`),
  hours: words(`hh mm tt klocktimmar faktisk faktiska actual genomförd genomförda utförd utförda
    nedlagd nedlagda completed spent och and i in`),
  starts: clockNotes,
  ends: clockNotes,
  cost: words("i in svenska"),
  status: words(`kurs kursen course deltagare status completion slutförande genomförande progress
    ja nej yes no procent percent x kryss`),
  absence: words("ja nej yes no datum date dag day kurs kursen course deltagare"),
  competence: ofWhich,
  project: ofWhich,
};

function words(text: string): string[] {
  return text.split(/\s+/);
}
