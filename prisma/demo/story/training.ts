import { ago, inDays, type When } from "../days";
import type { CourseKey } from "./courses";
import type { PersonKey } from "./people";
import type { ProjectCode } from "./project";

/** One person's seat on a course, as they logged it. */
export type SeatStory = {
  who: PersonKey;
  course: CourseKey;
  on: When;
  /** What they said of themselves. */
  claimed?: number;
  /** What the head confirmed; approved without a level where the course is for no method. */
  confirmed?: number;
  observed?: boolean;
  /** What the seat cost, paid by the project's line for training. */
  paid?: { kronor: number; by: ProjectCode };
  /** To hand on to so many colleagues, and until when. */
  plan?: { colleagues: number; due: When };
  learned?: string;
  /** Approved where nothing else is said. */
  status?: "submitted" | "returned" | "withdrawn";
  /** The head's word with the decision. */
  word?: string;
};

const outside: SeatStory[] = [
  {
    who: "birgitta",
    course: "sokning2005",
    on: "2005-02-14",
    claimed: 3,
    confirmed: 4,
    paid: { kronor: 18_500, by: "KOMP-2004" },
    plan: { colleagues: 8, due: "2005-12-31" },
    learned: "Sökmotorer, sökord, forum och hur man antecknar en sökning.",
  },
  { who: "birgitta", course: "goteborg2005", on: "2005-04-06" },
  {
    who: "sofia",
    course: "internet2012",
    on: "2012-10-08",
    claimed: 3,
    confirmed: 4,
    paid: { kronor: 24_000, by: "ONLINE-2012" },
    plan: { colleagues: 2, due: "2013-06-30" },
  },
  {
    who: "anders",
    course: "internet2012",
    on: "2012-10-08",
    claimed: 4,
    confirmed: 4,
    paid: { kronor: 24_000, by: "ONLINE-2012" },
    plan: { colleagues: 2, due: "2013-06-30" },
  },
  { who: "henrik", course: "dataskydd", on: ago(1100), claimed: 4, confirmed: 4 },
  { who: "nadia", course: "chatt", on: ago(900), claimed: 3, confirmed: 4, observed: true },
  {
    who: "karin",
    course: "kartlaggning",
    on: ago(720),
    claimed: 3,
    confirmed: 4,
    plan: { colleagues: 6, due: ago(20) },
    learned: "Att räkna annonser med en fast mall och beskriva mönster.",
  },
  { who: "marie", course: "kartlaggning", on: ago(720), claimed: 3, confirmed: 3 },
  { who: "hanna", course: "natetGrund", on: ago(620), claimed: 2, confirmed: 2 },
  { who: "mariam", course: "chatt", on: ago(540), claimed: 3, confirmed: 3 },
  { who: "viktor", course: "kallkritik", on: ago(500), claimed: 3, confirmed: 3 },
  { who: "cecilia", course: "chatt", on: ago(480), claimed: 3, confirmed: 2 },
  { who: "ahmed", course: "kallkritik", on: ago(430), claimed: 2, confirmed: 2 },
  { who: "ingrid", course: "dataskydd", on: ago(410), claimed: 2, confirmed: 2 },
  { who: "johanna", course: "dataskydd", on: ago(400), claimed: 3, confirmed: 4 },
];

const natet = "NATET";
const firstSeats: SeatStory[] = [
  {
    who: "nils",
    course: "sokning",
    on: ago(295),
    claimed: 3,
    confirmed: 3,
    paid: { kronor: 9800, by: natet },
    plan: { colleagues: 3, due: ago(150) },
  },
  {
    who: "sofia",
    course: "sokning",
    on: ago(295),
    claimed: 2,
    confirmed: 2,
    paid: { kronor: 9800, by: natet },
  },
  {
    who: "leila",
    course: "natetGrund",
    on: ago(288),
    claimed: 3,
    confirmed: 3,
    paid: { kronor: 12_500, by: natet },
    plan: { colleagues: 4, due: ago(150) },
    learned: "Profil, första kontakt och hur vi tar hand om ett nej.",
  },
  {
    who: "nils",
    course: "natetGrund",
    on: ago(288),
    claimed: 3,
    confirmed: 3,
    paid: { kronor: 12_500, by: natet },
    plan: { colleagues: 3, due: ago(60) },
  },
  {
    who: "oskar",
    course: "chatt",
    on: ago(282),
    claimed: 3,
    confirmed: 3,
    paid: { kronor: 8900, by: natet },
    plan: { colleagues: 4, due: inDays(50) },
  },
];

const followUp: SeatStory[] = [
  { who: "leila", course: "foraVidare", on: ago(268), paid: { kronor: 3200, by: natet } },
  { who: "filip", course: "foraVidare", on: ago(195), paid: { kronor: 3200, by: natet } },
  { who: "oskar", course: "foraVidare", on: ago(268), paid: { kronor: 3200, by: natet } },
  { who: "linh", course: "foraVidare", on: ago(166), paid: { kronor: 3200, by: natet } },
  { who: "ebba", course: "foraVidare", on: ago(96), paid: { kronor: 3200, by: natet } },
  {
    who: "elin",
    course: "natetFordjupning",
    on: ago(152),
    claimed: 3,
    confirmed: 4,
    observed: true,
    paid: { kronor: 14_500, by: natet },
    plan: { colleagues: 4, due: inDays(40) },
    learned: "Svåra samtal, fara och hur man stämmer av två och två.",
  },
  {
    who: "sofia",
    course: "natetFordjupning",
    on: ago(152),
    claimed: 4,
    confirmed: 4,
    paid: { kronor: 14_500, by: natet },
    plan: { colleagues: 2, due: inDays(60) },
  },
  {
    who: "shirin",
    course: "kallkritik",
    on: ago(140),
    claimed: 3,
    confirmed: 3,
    paid: { kronor: 11_000, by: "KALLKRITIK" },
    plan: { colleagues: 3, due: inDays(20) },
    learned: "Att pröva bilder, tid och plats, och att skriva ut hur säker en uppgift är.",
  },
  {
    who: "dariusz",
    course: "kallkritik",
    on: ago(140),
    claimed: 3,
    confirmed: 2,
    paid: { kronor: 11_000, by: "KALLKRITIK" },
    plan: { colleagues: 2, due: ago(30) },
  },
  { who: "jonas", course: "foraVidare", on: ago(90), paid: { kronor: 3200, by: "KALLKRITIK" } },
];

const forEverybody: SeatStory[] = [
  ...seats("dataskydd", ago(134), {
    who: ["torbjorn", "dariusz", "mehmet", "peter", "nadia", "ebba", "alexandra", "linh"],
    confirmed: 2,
  }),
  ...seats("dataskydd", ago(118), {
    who: ["asa", "jonas", "filip", "hanna", "sara"],
    confirmed: 1,
  }),
  ...seats("informationssakerhet", ago(104), {
    who: ["asa", "jonas", "elin", "amanda", "filip", "viktor", "emil"],
  }),
  ...seats("informationssakerhet", ago(70), { who: ["karin", "shirin", "sofia", "cecilia"] }),
];

// Four wait for Helena, one for Samira; Elin's has come back to her.
const onTheWay: SeatStory[] = [
  {
    who: "mehmet",
    course: "kallkritik",
    on: ago(22),
    claimed: 3,
    paid: { kronor: 11_000, by: "KALLKRITIK" },
    learned: "Repetition av grunderna och mycket om genererade bilder.",
    status: "submitted",
  },
  {
    who: "tove",
    course: "natetGrund",
    on: ago(17),
    claimed: 2,
    paid: { kronor: 12_500, by: natet },
    learned: "Hur vi presenterar oss och vad vi aldrig gör.",
    status: "submitted",
  },
  { who: "lovisa", course: "dataskydd", on: ago(13), claimed: 2, status: "submitted" },
  {
    who: "alexandra",
    course: "chatt",
    on: ago(9),
    claimed: 2,
    paid: { kronor: 8900, by: natet },
    status: "submitted",
  },
  { who: "emil", course: "chatt", on: ago(11), claimed: 2, status: "submitted" },
  {
    who: "elin",
    course: "dataskydd",
    on: ago(24),
    claimed: 2,
    status: "returned",
    word: "Bra att du gick den. Lägg till en länk till intyget, och skriv en rad om vad du tar med dig.",
  },
  { who: "yonas", course: "foraVidare", on: ago(100), status: "withdrawn" },
];

export const training = [...outside, ...firstSeats, ...followUp, ...forEverybody, ...onTheWay];

function seats(
  course: CourseKey,
  on: When,
  { who, ...rest }: Omit<SeatStory, "who" | "course" | "on"> & { who: PersonKey[] },
): SeatStory[] {
  return who.map((person) => ({ who: person, course, on, ...rest }));
}
