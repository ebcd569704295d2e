/** What a list's status says of a course. */
export type Completion = "completed" | "unfinished" | "unknown";

/** Words so short that others begin with them stand whole. */
const shortest = 3;

/** How the systems call what hasn't been completed, in any place: the beginnings of their words. */
const negated = /(?:^|\s)(?:ej|inte|icke|not|no|nej|n|never|aldrig|didn[’']t|hasn[’']t)(?:\s|-|$)/u;
const undone = beginning(
  "(?:^| )",
  `ogiltig ofull o-godkän ogodkän pågå påbörj avbr avböj avbok avreg anmäl inskriv bokad
  planer inställ frånvar underkän väntar tillbaka återtag utgång utebl utgick miss saknas registrerad
  in␣progress incomplete unfinished uncompleted started enrol registered booked planned scheduled
  pending wait cancel withdrawn declined denied fail no-show absent expired overdue submitted returned
  back␣ awaiting assigned taken␣back skickad inskickad false falskt falsk u ig f 0`,
);
const early = /förtid|unsuccess|underkän/u;

/** What the systems write where a course has been completed: these and no other whole cells. */
const done = new Set(
  phrases(`slutförd slutfört slutförda slutförde · genomförd genomfört genomförda genomförde ·
  genomgången genomgått · avklarad avklarat · klar klart klara · godkänd godkänt godkända ·
  avslutad avslutat · fullföljd fullföljt fullföljde · fullgjord fullgjort · deltog deltagit ·
  närvarande närvarade närvarat · närvaro · ja · sant · yes · y · j · true · 1 · 100 · g · vg · mvg · a ·
  b · c · d · e · pass passed · approved · complete completed completion · attended · present ·
  participated · finished · done · success successful successfully · satisfactory satisfied ·
  bekräftad bekräftat · confirmed · certifierad certified · diplomerad · achieved · met ·
  utförd utfört · inläst · credited · ok`),
);

/** What may stand beside them and changes nothing. */
const plain = new Set(
  phrases(`och and · med with · väl well · betyg grade result resultat · kursen kurs course ·
  utan␣anmärkning without␣remark · status · den on at kl · har has is är ·
  attendance credit · fully helt · cbt ilt wbt online`),
);

/**
 * What a list's status says; one that says nothing is of a list of what was completed. Whatever is
 * neither known to be done nor known not to be is asked about: a wrong yes would count.
 */
export function completionOf(status: string): Completion {
  const text = status.trim().toLowerCase().replace(/\s+/gu, " ");
  if (text === "") return "completed";
  const isUndone = undone.test(text.replace(/[\s,;:()/]+/gu, " "));
  if (negated.test(text) || isUndone || early.test(text)) return "unfinished";
  return isDone(text) ? "completed" : "unknown";
}

/** Known words alone, at least one of them of what is done, with the whole share or a day. */
function isDone(text: string): boolean {
  const shares = sharesIn(text);
  if (shares.some((isWhole) => !isWhole)) return false;
  const bare = text
    .replace(share, " ")
    .replace(day, " ")
    .replace(/utan anmärkning/gu, "utan␣anmärkning")
    .replace(/without remark/gu, "without␣remark");
  const words = bare.split(/[^\p{L}\p{N}␣]+/u).filter((word) => word !== "");
  const isKnown = words.every((word) => done.has(word) || plain.has(word));
  const isSaid = words.some((word) => done.has(word));
  return isKnown && (isSaid || shares.length > 0);
}

/** `80 %`, `5 av 6`, `3/4`: whether each is the whole. */
const share = /(\d{1,6}(?:[.,]\d{1,6})?) ?%|(\d{1,6}) ?(?:av|of|\/) ?(\d{1,6})(?![\d/-])/gu;
const day =
  /(?:\d{4}-\d{2}-\d{2}|\d{8})(?:[t ]\d{1,2}:\d{2}(?::\d{2})?)?|\d{1,2}[./]\d{1,2}[./ ]\d{4}|\d{1,2}\.? (?:jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[kc]t|nov|dec)\p{L}{0,6} \d{4}/gu;

function sharesIn(text: string): boolean[] {
  return [...text.replace(day, " ").matchAll(share)].map(([, percent, part, whole]) =>
    percent === undefined
      ? Number(part) > 0 && part === whole
      : Number(percent.replace(",", ".")) === 100,
  );
}

function phrases(text: string): string[] {
  return text.split(/[\s·]+/u).filter((word) => word !== "");
}

/** A pattern of words that begin with one of some, `␣` for a space, in a place. */
function beginning(place: string, text: string): RegExp {
  const words = text.split(/\s+/u).map((word) => word.replaceAll("␣", " "));
  const [short, long] = [
    words.filter(({ length }) => length <= shortest),
    words.filter(({ length }) => length > shortest),
  ];
  const whole = `(?:${short.join("|")})(?=[\\s,;:(%]|$)`;
  return new RegExp(`${place}(?:${long.join("|")}|${whole})`, "u");
}
