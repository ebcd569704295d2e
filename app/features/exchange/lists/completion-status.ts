/** What a list's status says of a course. */
export type Completion = "completed" | "unfinished" | "unknown";

/** How the systems call what hasn't been completed: words anywhere, or the beginnings of the first. */
const negated = /(?:^|\s)(?:ej|inte|icke|not|no|nej|never|aldrig|didn[’']t|hasn[’']t)(?:\s|-|$)/u;
const unfinished =
  beginnings(`ogiltig ofull o-godkän ogodkän pågå påbörj avbr avböj avbok avreg anmäl inskriv bokad
  planer inställ frånvar underkän väntar tillbaka återtag utgång utebl utgick miss saknas registrerad
  in␣progress incomplete unfinished uncompleted started enrol registered booked planned scheduled
  pending wait cancel withdrawn declined denied fail no-show absent expired overdue submitted returned
  back␣ awaiting assigned taken␣back skickad inskickad false falskt falsk u ig f 0`);

/** How they call what has: of a word alone, or the beginning of the first. */
const completed =
  beginnings(`slutför genomför genomgång avklar klar godkän avslut fullfölj fullgjord
  deltog deltagit deltar närvar ja sant true yes y j 1 100 g vg mvg a b c d e pass approved complete
  attend present participated finish done success satisf confirm bekräft certif diplom achieved credit met utför
  inläst`);

const early = /förtid|unsuccess|underkän/u;
const partly = /delvis|partly|partial/u;

/** Whole words alone where they are so short that others begin with them. */
const shortest = 3;

/** What a list's status says; one that says nothing is of a list of what was completed. */
export function completionOf(status: string): Completion {
  const plain = status.trim().toLowerCase().replace(/\s+/gu, " ");
  if (plain === "") return "completed";
  const words = plain.split(/[\s,;:()/]+/u);
  const isUndone = words.some((_, at) => begins(words.slice(at).join(" "), unfinished));
  if (negated.test(plain) || isUndone || early.test(plain)) return "unfinished";
  return begins(plain, completed) && !partly.test(plain) ? "completed" : "unknown";
}

function begins(status: string, words: readonly string[]): boolean {
  const [first = ""] = status.split(/[\s,;:(%]/u);
  return words.some((word) => (word.length <= shortest ? first === word : status.startsWith(word)));
}

function beginnings(text: string): string[] {
  return text.split(/\s+/u).map((word) => word.replaceAll("␣", " "));
}
