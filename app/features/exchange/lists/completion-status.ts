/** What a list's status says of a course. */
export type Completion = "completed" | "unfinished" | "unknown";

/** Words so short that others begin with them stand whole. */
const shortest = 3;

/** How the systems call what hasn't been completed, in any place: the beginnings of their words. */
const negated = /(?:^|\s)(?:ej|inte|icke|not|no|nej|never|aldrig|didn[’']t|hasn[’']t)(?:\s|-|$)/u;
const undone = beginning(
  "(?:^| )",
  `ogiltig ofull o-godkän ogodkän pågå påbörj avbr avböj avbok avreg anmäl inskriv bokad
  planer inställ frånvar underkän väntar tillbaka återtag utgång utebl utgick miss saknas registrerad
  in␣progress incomplete unfinished uncompleted started enrol registered booked planned scheduled
  pending wait cancel withdrawn declined denied fail no-show absent expired overdue submitted returned
  back␣ awaiting assigned taken␣back skickad inskickad false falskt falsk u ig f 0`,
);
const early = /förtid|unsuccess|underkän/u;

/** How they call what has: the beginning of the whole. */
const done = beginning(
  "^",
  `slutför genomför genomgång avklar klar godkän avslut fullfölj fullgjord
  deltog deltagit deltar närvar ja sant true yes y j 1 100 g vg mvg a b c d e pass approved complete
  attend present participated finish done success satisf confirm bekräft certif diplom achieved
  credit met utför inläst`,
);
const partly = /delvis|partly|partial/u;

/** What a list's status says; one that says nothing is of a list of what was completed. */
export function completionOf(status: string): Completion {
  const plain = status.trim().toLowerCase().replace(/\s+/gu, " ");
  if (plain === "") return "completed";
  const isUndone = undone.test(plain.replace(/[\s,;:()/]+/gu, " "));
  if (negated.test(plain) || isUndone || early.test(plain)) return "unfinished";
  return done.test(plain) && !partly.test(plain) ? "completed" : "unknown";
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
