import { expect, test } from "vitest";
import { guessColumns, isListHeader } from "~/features/exchange/lists/guess-columns.server";
import { headings } from "~/features/exchange/lists/training-headings";
import {
  mappingFaults,
  mappingFrom,
  type ColumnMapping,
} from "~/features/exchange/lists/training-columns";

test("headings of HR systems are known, however they are written", () => {
  expect(
    guessColumns([
      "Anst.nr",
      "E-POST",
      "Förnamn",
      "Efternamn",
      "Kursnamn",
      "Slut-datum",
      "Antal timmar",
    ]),
  ).toEqual([null, "email", "givenName", "familyName", "title", "date", "hours"]);
  expect(guessColumns(["Employee", "Course", "Completed", "Hours", "Cost"])).toEqual([
    ...["name", "title", "date", "hours", "cost"],
  ]);
});

test("each meaning goes to one column: whose heading says it most exactly, else the first", () => {
  expect(guessColumns(["Datum", "Slutdatum", "Kurs", "Utbildning"])).toEqual([
    null,
    "date",
    "title",
    null,
  ]);
  expect(guessColumns(["Credit hours", "Total Hours", "Title", "Course"])).toEqual([
    ...[null, "hours", null, "title"],
  ]);
  expect(guessColumns(["Credits"])).toEqual([null]);
});

test("of two columns that fit a meaning the one has it whose cells do", () => {
  const guess = (header: string, ...rows: string[]) =>
    guessColumns(
      header.split(";"),
      rows.map((row) => ({ cells: row.split(";") })),
    );
  expect(guess("Username;Email address", "elinbj;elin@example.se")).toEqual([null, "email"]);
  expect(guess("Username;Full name", "elinbj;Elin Björk")).toEqual([null, "name"]);
  expect(guess("Username;Full name", "elin@example.se;Elin Björk")).toEqual(["email", "name"]);
  expect(guess("Kurs;Kursnamn", "K-12;Sökmetoder")).toEqual([null, "title"]);
  expect(guess("Timmar;Kurstimmar", "2 dagar;14", "1 dag;7")).toEqual([null, "hours"]);
  expect(guess("Status;Läge", "Tillsvidare;Genomförd")).toEqual([null, "status"]);
  expect(guess("Deltagare;E-post", "4711;elin@example.se")).toEqual([null, "email"]);
});

test.each([
  ["Total kostnad", "Kostnad per person"],
  ["Totalkostnad (kr)", "Kostnad"],
  ["Kurskostnad", "Kostnad/deltagare"],
  ["Belopp", "Á-pris"],
  ["Totalpris exkl. moms", "Avgift (kr/person)"],
  ["Total cost", "Cost per participant"],
  ["Total price", "Unit price"],
])("of %s and %s the cost is one person's, in whatever order they stand", (whole, part) => {
  expect(guessColumns([whole, part])).toEqual([null, "cost"]);
  expect(guessColumns([part, whole])).toEqual(["cost", null]);
  expect(guessColumns([whole])).toEqual(["cost"]);
});

test.each([
  ...["Kostnad (EUR)", "Pris [USD]", "Cost (€)", "Cost €", "Kostnad (inkl. moms)", "Kostnad (mkr)"],
  ...["Omfattning (dagar)", "Duration (days)", "Längd (veckor)", "Omfattning (%)", "Omfattning %"],
  ...["Hours (required)", "Timmar (planerade)", "Timmar/vecka", "Timmar per vecka"],
  ...["Datum (planerat)", "Slutdatum (planerat)", "Completion Date (expected)", "Datum (bokning)"],
  ...["Date/Due", "Due date", "E-post (chef)", "Namn (chef)", "Name/Manager", "Kurs (kod)"],
  ...["Resultat (poäng)", "Timmar (á 45 min)"],
])("what stands beside the heading in %s makes it another one", (heading) => {
  expect(guessColumns([heading])).toEqual([null]);
});

test.each([
  ...[["Kostnad (kr)", "cost"] as const, ["Kostnad (tkr)", "cost"] as const],
  ...[["Kostnad, kr exkl. moms", "cost"] as const, ["Pris (exkl moms)", "cost"] as const],
  ...[["Kostnad kr", "cost"] as const, ["Avgift (kr/person)", "cost"] as const],
  ...[["Omfattning (tim)", "hours"] as const, ["Tid [hh:mm]", "hours"] as const],
  ...[["Tid, min", "hours"] as const, ["Hours (actual)", "hours"] as const],
  ...[["Datum (åååå-mm-dd)", "date"] as const, ["E-post (deltagare)", "email"] as const],
  ...[["Namn/Name (för- och efternamn)", "name"] as const, ["Kurs (namn)", "title"] as const],
])("what stands beside the heading in %s changes nothing", (heading, field) => {
  expect(guessColumns([heading])).toEqual([field]);
});

test.each([
  "Avslutad den",
  "Genomfört",
  "Slutförda datum",
  "Datum avslutad",
  "Godkänt den",
  "Klart",
])("%s is the day of completion, in any form of the word", (heading) => {
  expect(guessColumns(["Namn", heading])).toEqual(["name", "date"]);
});

test("a column that is called completed and holds yes and no says whether, not when", () => {
  const rows = [{ cells: ["Bo Ek", "Ja", "2026-03-04"] }, { cells: ["Bo Ek", "nej", ""] }];
  expect(guessColumns(["Namn", "Slutförd", "Datum"], rows)).toEqual(["name", "status", "date"]);
  expect(guessColumns(["Name", "Completed", "End date"], rows)).toEqual(["name", "status", "date"]);
  const days = [{ cells: ["Bo Ek", "2026-03-04", ""] }];
  expect(guessColumns(["Namn", "Slutförd", "Datum"], days)).toEqual(["name", "date", null]);
});

test.each([
  ...["Godkänd", "Godkänd datum", "Datum godkänd", "Godkännandedatum", "Resultatdatum"],
  "Completion time",
])("the day of %s is the course's only where the list has no other", (heading) => {
  const rows = [{ cells: ["2026-01-16", "2026-03-18"] }];
  for (const day of ["Datum", "Kursdatum", "Slutdatum", "Date", "Course date", "Genomförd"]) {
    expect(guessColumns([day, heading], rows)).toEqual(["date", null]);
    expect(guessColumns([heading, day], rows)).toEqual([null, "date"]);
  }
  expect(guessColumns([heading], rows)).toEqual(["date"]);
});

test("when a form was filled in is none of a course's days where another column may be", () => {
  const guess = (heading: string, cell: string) =>
    guessColumns(
      ["ID", "Start time", "Completion time", "Name", "Course", heading, "Hours"],
      [{ cells: ["1", "2026-04-21 10:00", "2026-04-21 10:02", "Bo Ek", "Metod", cell, "3"] }],
    );
  const [others, hours] = [[null, null, null, "name", "title"], "hours"];
  expect(guess("Course date", "2026-03-16")).toEqual([...others, "date", hours]);
  expect(guess("When was it?", "2026-03-16")).toEqual([...others, null, hours]);
  expect(guess("Comment", "Good")).toEqual([...[null, null, "date", "name", "title", null, hours]]);
});

test("who, what, when and how long must be there, each once", () => {
  expect(mappingFaults(["email", "title", "date", "hours"])).toEqual([]);
  expect(mappingFaults(["name", "title", "date", "hours", null])).toEqual([]);
  expect(mappingFaults(["givenName", "familyName", "title", "date", "hours"])).toEqual([]);
  expect(mappingFaults(["givenName", "title", "date", "hours"])).toEqual([
    { field: "email", reason: "missing" },
  ]);
  expect(mappingFaults(["email", "title", "title", "hours"])).toEqual([
    { field: "title", reason: "twice" },
    { field: "date", reason: "missing" },
  ]);
});

test("a column chosen by hand is of the measure that its heading says, or it is told that it isn't", () => {
  const faults = (field: "hours" | "cost", heading: string) => {
    const others: ColumnMapping = ["name", "title", "date"];
    if (field === "cost") others.push("hours");
    return mappingFaults([...others, field], [...others.map(String), heading]);
  };
  const foreign = [
    "Kostnad (EUR)",
    "Pris inkl. moms",
    "Belopp €",
    "Amount incl VAT",
    "Summa i NOK",
  ];
  const days = ["Omfattning (dagar)", "Duration (days)", "Kursdagar", "Omfattning %", "Credits"];
  for (const heading of foreign) {
    expect(faults("cost", heading)).toEqual([{ field: "cost", reason: "measure", heading }]);
  }
  for (const heading of days) {
    expect(faults("hours", heading)).toEqual([{ field: "hours", reason: "measure", heading }]);
  }
  const fine = ["Fakturabelopp tkr", "Summa (mkr)", "Utlägg", "Pris exkl. moms", "Kostnad (SEK)"];
  expect(fine.flatMap((heading) => faults("cost", heading))).toEqual([]);
  const long = ["Timmar", "Timmar per vecka", "Credit hours", "Tid (min)", "Time in Course"];
  expect(long.flatMap((heading) => faults("hours", heading))).toEqual([]);
  expect(headings.hours.flatMap((name) => faults("hours", name))).toEqual([]);
  expect(headings.cost.flatMap((name) => faults("cost", name))).toEqual([]);
});

test("a form's columns are read by their number, and what it doesn't know is not used", () => {
  expect(
    mappingFrom([
      ["column:2", "title"],
      ["column:0", "email"],
      ["seen", "x"],
    ]),
  ).toEqual(["email", null, "title"]);
  expect(
    mappingFrom([
      ["column:0", "salary"],
      ["column:1", ["title", "date"]],
    ]),
  ).toEqual([null, null]);
  expect(
    mappingFrom([
      ["project", "x"],
      ["column:9999", "title"],
    ]),
  ).toBeNull();
});

test.each([
  ["Namn;E-post;Kurs;Slutdatum;Antal timmar", "name email title date hours"],
  [
    "Employee name,Course name,Completion date,Duration (hours),Status",
    "name title date hours status",
  ],
  ["User's Fullname,Course Name,Date Completed,Time spent", "name title date hours"],
  [
    "First name,Surname,Email address,Course full name,Time completed",
    "givenName familyName email title date",
  ],
  ["Timestamp,Email Address,Course title,Date of completion,Hours", "- email title date hours"],
  [
    "ID,Start time,Completion time,Email,Name,Vilken kurs?,Antal timmar",
    "- - date email name title hours",
  ],
  ["Anställd,Utbildning,Datum,Timmar,Kostnad (kr)", "name title date hours cost"],
  [
    "Anst.nr,Förnamn,Efternamn,Utbildningsnamn,Fr.o.m.,T.o.m.,Omfattning (tim)",
    "- givenName familyName title - date hours",
  ],
  ["Learner,Learning Activity,Completed on,Duration,Status", "name title date hours status"],
  ["Namn/Name,Kurs/Course,Datum/Date,Timmar/Hours", "name title date hours"],
  ["Namn,Kurs,Startdatum,Timmar", "name title date hours"],
  ["Namn,Resurs,Klarmarkerad,Tid i kursen", "name title date hours"],
  [
    "User Full Name,Training Title,Transcript Completed Date,Training Hours",
    "name title date hours",
  ],
  ["Namn,Kurs,Kursdatum fr.o.m.,Kursdatum t.o.m.,Tim", "name title - date hours"],
  ["Name,Course,Session Start,Session Finish,Hours", "name title - date hours"],
  ["Namn,Kurs,Startdat,Slutdat,Timmar", "name title - date hours"],
  [
    "Name,Email,Content Name,Content Type,Hours Viewed,Completed At (PST/PDT)",
    "name email title - hours date",
  ],
  ["Name,Email,Content Title,Seconds Viewed,Completed At", "name email title hours date"],
  [
    "Worker,Learning Content,Completion Status,Completion Date,Duration (Hours)",
    "name title status date hours",
  ],
  [
    "Full Name,Email,Course Name,Enrollment Date,Completion Date,Enrollment Status,Time in Course",
    "name email title - date status hours",
  ],
  ["Deltagare,E-post,Aktivitetens namn,Slutförd den,Tid (tt:mm)", "name email title date hours"],
  [
    "Topic,Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)",
    "title name email - date hours",
  ],
  ["Meeting title,Name,First Join,Last Leave,In-Meeting Duration", "title name - date hours"],
  ["Kurs,First name,Last name,Duration,Time joined", "title givenName familyName hours date"],
  [
    "User Email,Course Title,Course completion date,Minutes video consumed,% Course completed",
    "email title date hours -",
  ],
  ["Name,Course,Learning Hours Spent,Completion Time", "name title hours date"],
  ["Item Title,User Full Name,Completion Date,Total Hours", "title name date hours"],
  ["Anställd (namn),Kurs/utbildning,Avslutsdag,Utbildningstid", "name title date hours"],
  ["Medarbetare,Lektion,Godkännandedatum,Tid (sek)", "name title date hours"],
  ["Learner Full Name,Course Title,Completed On Date,Duration", "name title date hours"],
  ["Namn,Utb.benämning,Från och med,Till och med,Omfattning tim", "name title - date hours"],
  ["Namn,Utbildning,Datum fr,Datum till,Timmar", "name title - date hours"],
  ["Användare,Aktivitet,Slutförd,Tid", "name title date hours"],
  ["Namn,Kurs,Start,Slut,Timmar", "name title - date hours"],
])("the headings of %s are known", (header, fields) => {
  const found = guessColumns(header.split(/[;,]/)).map((field) => field ?? "-");
  expect(found.join(" ")).toBe(fields);
});

test.each([
  ["Hours", "Hours attended"],
  ["Timmar", "Närvarotimmar"],
  ["Timmar", "Genomförda timmar"],
  ["Kurstid", "Närvarotid"],
  ["Duration", "Attendance duration"],
  ["Course hours", "Time spent"],
  ["Meeting duration", "In-Meeting Duration"],
  ["Kurslängd", "Nedlagd tid"],
])("of %s and %s the person's own count, in whatever order they stand", (course, own) => {
  const rows = [{ cells: ["8", "3"] }];
  expect(guessColumns([course, own], rows)).toEqual([null, "hours"]);
  expect(guessColumns([own, course], rows)).toEqual(["hours", null]);
  expect(guessColumns([course], rows)).toEqual(["hours"]);
});

test("a course of several days has the last of them, where every row has them all", () => {
  const guess = (...rows: string[][]) =>
    guessColumns(
      ["Namn", "Kurs", "Kursdag 1", "Kursdag 2", "Timmar"],
      rows.map((days) => ({ cells: ["Bo Ek", "Metod", ...days, "3"] })),
    );
  const both = ["2026-03-02", "2026-03-03"];
  expect(guess(both, both)).toEqual(["name", "title", null, "date", "hours"]);
  expect(guess(both, ["2026-03-02", ""])).toEqual(["name", "title", null, null, "hours"]);
});

test("names to sign in by are nobody's names", () => {
  for (const heading of ["Användare", "User"]) {
    expect(guessColumns([heading], [{ cells: ["elinbj"] }])).toEqual([null]);
    expect(guessColumns([heading], [{ cells: ["Elin Björk"] }])).toEqual(["name"]);
  }
});

test("a time is how long it took where its cells are lengths, and none where they are of the day", () => {
  const guess = (cell: string) =>
    guessColumns(
      ["User", "Course", "Completed on", "Time"],
      [{ cells: ["Bo Ek", "Metod", "2026-03-04", cell] }],
    )[3];
  expect(["2h 5m", "45m", "1 tim", "09:00", "9:00 AM", "2026-03-04"].map(guess)).toEqual([
    ...["hours", "hours", "hours", null, null, null],
  ]);
});

/** What "Tid" beside a day is taken for, or why it isn't. */
function takenFor(heading: string, ...cells: string[]) {
  const header = ["Namn", "Kurs", "Datum", heading];
  const rows = cells.map((cell) => ({ cells: ["Bo Ek", "Metod", "2026-03-04", cell] }));
  const mapping = guessColumns(header, rows);
  return mapping[3] ?? mappingFaults(mapping, header, rows).map(({ reason }) => reason)[0];
}

test("a time of the day is no length of time, and what may be either is asked", () => {
  expect(takenFor("Tid", "13:00")).toBe("clock");
  expect(takenFor("Tid", "09:00", "08:30")).toBe("clock");
  expect(takenFor("Kurstid", "kl. 13:00")).toBe("clock");
  expect(takenFor("Tid (tt:mm)", "13:00")).toBe("clock");
  expect(takenFor("Time", "13:00")).toBe("clock");
  expect(takenFor("Tid", "13:00:00")).toBe("clock");
  const lengths = [["7:30", "1:30"], ["2:00"], ["07:30:00"], ["7,5"], ["2 h 30 min"], ["13"]];
  for (const cells of lengths) expect(takenFor("Tid", ...cells), cells.join()).toBe("hours");
  expect(takenFor("Tid (tt:mm)", "07:30")).toBe("hours");
  expect(takenFor("Timmar", "13:00")).toBe("hours");
  expect(takenFor("Tid", "13:00–16:00")).toBe("hours");
});

test.each([
  ["Namn;Kurs;Datum;Starttid;Sluttid", "Bo;K;2026-03-04;09:00;16:00", "- - date starts ends"],
  ["Namn;Kurs;Datum;Från;Till", "Bo;K;2026-03-04;9.00;12.00", "- - date starts ends"],
  ["Namn;Kurs;Datum;Börjar kl.;Slutar kl.", "Bo;K;2026-03-04;9;16", "- - date starts ends"],
  [
    "Name;Course;Date;Start time;End time",
    "Bo;K;2026-03-04;9:00 AM;4:30 PM",
    "- - date starts ends",
  ],
  ["Namn;Kurs;Starttid;Sluttid", "Bo;K;2026-03-04 09:00;2026-03-04 16:00", "- - starts ends"],
  ["Name;Course;Join time;Leave time", "Bo;K;2026-03-04 09:00;2026-03-04 16:00", "- - starts date"],
  [
    "Namn;Kurs;Datum;Starttid;Sluttid;Timmar",
    "Bo;K;2026-03-04;09:00;16:00;6",
    "- - date - - hours",
  ],
  ["Namn;Kurs;Fr.o.m.;T.o.m.;Tim", "Bo;K;2026-03-04;2026-03-05;6", "- - - date hours"],
])("of %s with %s the times are read that say how long it took", (header, row, meant) => {
  const mapping = guessColumns(header.split(";"), [{ cells: row.split(";") }]);
  const shown = mapping.map((field, at) => (at < 2 ? null : field) ?? "-");
  expect(shown.join(" ")).toBe(meant);
  expect(mappingFaults(mapping, header.split(";"), [{ cells: row.split(";") }])).toEqual([]);
});

test("a form's start and completion are no course's", () => {
  const header = ["Start time", "Completion time", "Name", "Vilken kurs?"];
  const rows = [{ cells: ["2026-03-04 09:00", "2026-03-04 09:02", "Bo Ek", "Metod"] }];
  expect(mappingFaults(guessColumns(header, rows), header, rows)).toEqual([
    { field: "hours", reason: "missing" },
  ]);
});

test("a title above a list is no heading", () => {
  expect(isListHeader(["Utbildningsrapport"])).toBe(false);
  expect(isListHeader(["Uttag", "2026-11-27", "", ""])).toBe(false);
  expect(isListHeader(["Namn", "Kurs", "Datum", "Timmar"])).toBe(true);
});

test("a row above that says by what the list was chosen isn't its headings", () => {
  expect(isListHeader(["Filter", "Kurs", "Status"])).toBe(false);
  expect(isListHeader(["Filter: period", "Kurs", "Datum"])).toBe(false);
  expect(isListHeader(["Kurs", "Status"])).toBe(false);
  expect(isListHeader(["Namn", "Kurs", "Datum", "Timmar", "Status"])).toBe(true);
});
