/** Words so short that others begin with them stand whole. */
const shortest = 3;

/** How the systems call what hasn't been completed, by the beginnings of their words. */
const stemsOfUndone = `ogiltig ofull o-godkän ogodkän pågå påbörj avbr avböj avbok avreg avanmäl
  anmäl inskriv bokad planer inställ frånvar underkän väntar väntel tillbaka återtag återbud utgång
  utebl utgick miss saknas registrerad nekad avslag förhind reserv in␣progress incomplete unfinished
  uncompleted started enrol registered booked planned scheduled pending ongoing waiting wait cancel withdrawn
  declined denied reject drop fail no-show noshow absent expired overdue submitted returned back␣
  awaiting assigned taken␣back suspended aborted skickad inskickad sjuk sjukanmäl sjukskriv kallad inbjud inbjuden avhopp ombok
  framflytt sick excused invited vab false falskt falsk u ig f fx 0`;

/** Of them what somebody passes through who completes the course. */
const stemsOnTheWay = `pågå påbörj anmäl inskriv bokad planer registrerad in␣progress started enrol
  registered booked planned scheduled pending ongoing submitted assigned skickad inskickad kallad inbjud inbjuden ombok framflytt
  invited`;

const inflections = `a d t n s r o da de des na ad at ade ades as ar er en et ev iven ivit uten utet
  utna ott öt öts ande ende ständig ständigt istan ista istrerad rad erad plats ed led lled red ped
  ning lning ation lation lment ment ure list listed`;

/** A place where a word begins that says that something hasn't been completed. */
export const undone = beginning("(?:^| )", stemsOfUndone);

const inflected = `(?:${words(inflections).join("|")})?$`;
export const undoneWord = new RegExp(`^(?:${stems(stemsOfUndone).join("|")})${inflected}`, "u");
export const wordOnTheWay = new RegExp(`^(?:${stems(stemsOnTheWay).join("|")})${inflected}`, "u");

/** What the systems write where a course has been completed: these and no other whole cells. */
export const done = new Set(
  phrases(`slutförd slutfört slutförda slutförde · genomförd genomfört genomförda genomförde ·
  genomgången genomgått · avklarad avklarat · klar klart klara · godkänd godkänt godkända ·
  avslutad avslutat · fullföljd fullföljt fullföljde · fullgjord fullgjort · deltog deltagit ·
  närvarande närvarade närvarat · närvaro · ja · sant · yes · y · j · true · 1 · 100 · g · vg · mvg · a ·
  b · c · d · e · pass passed · approved · complete completed completion · attended · present ·
  participated · finished · done · success successful successfully · satisfactory satisfied ·
  bekräftad bekräftat · confirmed · certifierad certified · diplomerad · achieved · met ·
  utförd utfört · inläst · credited · ok`),
);

/** Of them what is also said of a seat, an application or a booking. */
export const agreed = new Set(phrases(`approved confirmed bekräftad bekräftat`));

/** Of them what says nothing of a course under a heading of an enrolment. */
export const agreedOfEnrolment = new Set([
  ...agreed,
  ...phrases(`godkänd godkänt godkända klar klart klara ja sant yes y j true 1 ok`),
]);

/** What may stand beside them and changes nothing. */
export const plain = new Set(
  phrases(`och and · med with · väl well · betyg grade result resultat · kursen kurs course ·
  utan␣anmärkning without␣remark · status · den on at kl · har has is är ·
  attendance credit · fully helt · cbt ilt wbt online`),
);

/** What may stand beside a negation, and says with it that something wasn't done. */
export const negatable = new Set(
  phrases(
    `attend participate finish start begin delta genomföra show did was been blev kom kommit än ännu yet`,
  ),
);

function words(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== "");
}

function phrases(text: string): string[] {
  return text.split(/[\s·]+/u).filter((word) => word !== "");
}

function stems(text: string): string[] {
  return words(text).filter(({ length }) => length > shortest);
}

/** A pattern of words that begin with one of some, `␣` for a space, in a place. */
function beginning(place: string, text: string): RegExp {
  const spaced = words(text).map((word) => word.replaceAll("␣", " "));
  const [short, long] = [
    spaced.filter(({ length }) => length <= shortest),
    spaced.filter(({ length }) => length > shortest),
  ];
  const whole = `(?:${short.join("|")})(?=[\\s,;:(%]|$)`;
  return new RegExp(`${place}(?:${long.join("|")}|${whole})`, "u");
}
