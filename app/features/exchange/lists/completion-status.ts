/** How the systems call what hasn't been completed: the beginnings of their words. */
const unfinished = [
  ...["ej ", "inte ", "icke", "ogiltig", "pågå", "påbörj", "avbr", "avböj", "avbok", "avreg"],
  ...[
    "anmäl",
    "inskriv",
    "bokad",
    "planer",
    "inställ",
    "frånvar",
    "underkän",
    "väntar",
    "tillbaka",
  ],
  ...["återtag", "utgång", "registrerad", "nej", "not ", "in progress", "incomplete", "started"],
  ...["enrol", "registered", "booked", "planned", "pending", "wait", "cancel"],
  ...[
    "withdrawn",
    "declined",
    "denied",
    "failed",
    "fail",
    "no show",
    "no-show",
    "absent",
    "expired",
  ],
  ...["submitted", "returned", "back ", "awaiting", "assigned", "taken back", "no"],
];

/** Whether a list's status says that the course was completed; one that says nothing of it does. */
export function isCompleted(status: string): boolean {
  const plain = status.trim().toLowerCase();
  return !unfinished.some((word) =>
    word === "no" || word === "nej" ? plain === word : plain.startsWith(word),
  );
}
