import { parseListedDate } from "~/formats/listed-date";
import { parseTypedAmount, parseTypedDuration } from "~/formats/swedish-input";
import { minutesBetween, timeOfDay } from "./clock-times";
import { completionOf, isMark } from "./completion-status";
import { ofOnePerson } from "./heading-notes";
import { completedHeading, type TrainingField } from "./training-headings";

/** A column whose heading fits; `name` is the heading in lower case, letters and digits alone. */
export type Column = { index: number; name: string; cells: readonly string[] };

/**
 * Of columns whose headings fit a field the one whose cells are of it, else whose heading says it
 * most exactly, else the first; none that is known to hold something else.
 */
export function bestColumn<Found extends Column>(
  field: TrainingField,
  columns: readonly Found[],
): Found | undefined {
  const free = columns.filter((column) => !isAnother(field, column));
  if (free.length < 2) return free[0];
  const ranks = new Map(
    free.map((each) => [each, [fitOf(field, each), sureness(field, each.name)]]),
  );
  const rank = (column: Found, place: number) => ranks.get(column)?.[place] ?? 0;
  return free.toSorted((a, b) => rank(b, 0) - rank(a, 0) || rank(b, 1) - rank(a, 1))[0];
}

/** Names to sign in by that are no addresses, and numbers of people. */
function isAnother(field: TrainingField, { name, cells }: Column): boolean {
  if (cells.length === 0) return false;
  if (field === "email") return signInNames.test(name) && !cells.some(fits.email);
  if (field !== "name") return false;
  return cells.every((cell) => (userNames.test(name) ? /^\S+$/ : /^[\d\s-]+$/).test(cell));
}

const signInNames =
  /^(?:username|användarnamn|upn|userprincipalname|participantidupn|inloggning)$/u;

/** Of whole names, or of what somebody signs in by. */
const userNames = /^(?:user|användare)$/u;

/** Whether most cells of a column are of a field. */
export function holds(field: TrainingField, column: Column): boolean {
  return fitOf(field, column) === 2;
}

/** Whether most cells are of a field; a column without cells stands between. */
function fitOf(field: TrainingField, { cells }: Column): number {
  const some = cells.slice(0, mostLooked);
  if (some.length === 0) return 1;
  return some.filter((cell) => fits[field](cell)).length * 2 > some.length ? 2 : 0;
}

const mostLooked = 200;

function isName(cell: string): boolean {
  return /\p{L}/u.test(cell) && !/[\d@]/.test(cell);
}

/** Whether a cell is a day, be it one that isn't there or one that may be two. */
export function isDay(cell: string): boolean {
  const read = parseListedDate(cell, null);
  return read.ok || read.reason !== "unreadable";
}

/** What a cell of each field looks like. */
const fits: Record<TrainingField, (cell: string) => boolean> = {
  email: (cell) => /\S@\S/.test(cell),
  name: isName,
  givenName: isName,
  familyName: isName,
  // A word with digits in it is a code.
  title: (cell) => /\p{L}{2}/u.test(cell) && !/^\S*\d\S*$/.test(cell),
  date: isDay,
  hours: (cell) => parseTypedDuration(cell).ok || minutesBetween(cell) !== null,
  starts: (cell) => timeOfDay(cell) !== null,
  ends: (cell) => timeOfDay(cell) !== null,
  cost: (cell) => parseTypedAmount(cell).ok,
  competence: () => true,
  project: () => true,
  status: (cell) => isMark(cell) || completionOf(cell) !== "unknown",
  absence: () => true,
  kind: () => true,
};

/** How exactly a heading says what a field is. */
function sureness(field: TrainingField, name: string): number {
  switch (field) {
    case "title":
      return /kurs|utbildning|course|training|learning/.test(name) && !name.includes("tillfälle")
        ? 1
        : 0;
    case "date":
      // When somebody else said yes to it, or a form was sent in.
      if (/godkän|approv|resultat|^completiontime$/.test(name)) return -1;
      if (completedHeading.test(name) || /complet|genomför|slutför|attend/.test(name)) return 2;
      return /slut|finish|end|tom|till/.test(name) ? 1 : 0;
    case "hours":
      if (name.includes("credit")) return -1;
      // A person's own, and not the whole course's.
      if (/närvar|attend|genomför|utför|faktisk|actual|nedlagd|spent|viewed|inmeeting/.test(name)) {
        return 2;
      }
      return /tim|hour|hrs|min/.test(name) ? 1 : 0;
    case "cost":
      // Each row is one person's.
      if (ofOnePerson.test(name)) return 2;
      if (/total|samman|gruppen/.test(name)) return -1;
      return /exkl|exmoms|utanmoms/.test(name) ? 1 : 0;
    case "status":
      if (/complet|slutför|genomför/.test(name)) return 2;
      if (/närvar|attend|delt[ao]|particip|present|betyg|grade|pass|resul/.test(name)) return 1;
      return /bokning|booking|anmäl|enrol|registr|request|signup/.test(name) ? -1 : 0;
    default:
      return 0;
  }
}
