import { isHeadingOf } from "./heading-notes";
import { gradeHeadings, headings, progressHeadings } from "./training-headings";

/** What a heading's status is of: how it went, somebody's seat, or it doesn't say. */
export type StatusHeading = "plain" | "enrolment" | "result";

export function statusHeading(heading: string): StatusHeading {
  const text = heading.toLowerCase();
  if (ofEnrolment.test(text)) return "enrolment";
  return ofResult.test(text) || ofTakingPart.test(text) ? "result" : "plain";
}

/** Whether a heading asks whether somebody took part, did it or passed. */
export function asksTakingPart(heading: string): boolean {
  const text = heading.toLowerCase();
  return ofTakingPart.test(text) && !last.test(text);
}

/** Whether a heading asks which share of a course somebody took part in or did. */
export function asksPartOf(heading: string): boolean {
  return asksProgress(heading) || (asksTakingPart(heading) && ofShare.test(heading.toLowerCase()));
}

/** Whether a heading is of one day or session of a course: "Dag 1", "2026-03-02", "16/3". */
export function ofOneSession(heading: string): boolean {
  return session.test(heading.toLowerCase());
}

export function asksSignature(heading: string): boolean {
  return /signatur|underskri|signera|\bsign(?:ed)?\b/u.test(heading.toLowerCase());
}

/** Whether a heading asks what kept somebody from it: a yes or a day says that it wasn't completed. */
export function asksAbsence(heading: string): boolean {
  const text = heading.toLowerCase();
  const isAbsence = isHeadingOf(heading, "absence", (name) => headings.absence.includes(name));
  if (isAbsence || negated.test(text)) return true;
  return ofAbsence.test(text) && !ofTakingPart.test(text) && !last.test(text);
}

/** Whether a heading's bare numbers are shares of a hundred. */
export function asksProgress(heading: string): boolean {
  return isHeadingOf(heading, "status", (name) => progressHeadings.includes(name));
}

export function asksGrade(heading: string): boolean {
  return isHeadingOf(heading, "status", (name) => gradeHeadings.includes(name));
}

/** Whether a heading's single letters are grades. */
export function asksLetter(heading: string): boolean {
  return /betyg|grad(?:e|ing)|omdöme|vitsord|resul|utfall|outcome|bedöm|assess|godkän[dt]|\bpass(?:ed)?\b/u.test(
    heading.toLowerCase(),
  );
}

const ofEnrolment =
  /bokning|booking|anmäl|enrol|registr|ansök|applica|request|reserv|inskriv|sign-?up|beställ|plats|seat|godkännande|approval/u;
const ofResult =
  /result|betyg|grade|utfall|outcome|omdöme|vitsord|bedöm|assess|complet|slutför|genomförande/u;
const ofTakingPart =
  /deltagande|deltog|deltagit|närvar|genomförd|genomfört|genomgå|slutförd|slutfört|fullfölj|fullgjor|avklara|godkännande(?:datum|dag)|avsluta[dt]|utför[dt]|\bklar(?:t|markerad)?\b|godkän[dt]|attend(?!ee)|\bpresent\b|participat|complet|finish|approved\b|pass(?:ed)?\b|\bshow(?:ed)?\b|(?:^|\s)(?:gått|kom|kommit|intyg|certifikat|diplom|certificate|done)$|\bgått kurs|var med|medverka|på plats|incheck|checked.?in|certifierad|certified|(?:certificate|intyg|diplom)\S* (?:issued|awarded|utfärda|utdela)|ja ?\/ ?nej|yes ?\/ ?no/u;
const ofShare = /%|grad(?!u)|\brate\b|ratio|andel|procent|percent|share/u;
const session =
  /(?:^|\P{L})(?:dag|day|pass|tillfälle|träff|session|modul|module|del|part|block|vecka|week|lektion|lesson) ?(?:nr\.? ?)?\d{1,2}(?!\d)|^\D{0,20}(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}(?:[/. -]+\d{2,4})?|\d{1,2} (?:jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[kc]t|nov|dec)\p{L}{0,6}\.?(?: \d{4})?)$/u;
const ofAbsence =
  /frånvar|utebl|no.?show|absen|avbok|avbr|cancel|withdr|dropped|underkän|\bfail|inställ|återbud|missed|avregistr|avanmäl|förhind/u;
/** "Ej genomförd", "Did not attend". */
const negated = new RegExp(
  `(?:^|[^\\p{L}])(?:ej|inte|icke|not|non|didn.?t)[\\s-]+(?:\\p{L}+ )?(?:${ofTakingPart.source})|incomplete|unfinished`,
  "u",
);
/** Until when, on which terms and at what price somebody could have left. */
const last =
  /sista|senast|deadline|latest|last|policy|villkor|regler|terms|avgift|kostnad|fee|cost/u;
