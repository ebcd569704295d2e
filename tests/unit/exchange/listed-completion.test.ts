// Whether a row of a list was completed, whatever the column is called that tells it.
import { expect, test } from "vitest";
import { guessColumns } from "~/features/exchange/lists/guess-columns.server";
import { noListAnswers } from "~/features/exchange/lists/list-answers.schema";
import type { ColumnMapping } from "~/features/exchange/lists/training-columns";
import { readTrainingRows } from "~/features/exchange/lists/training-rows.server";
import { readCsv } from "~/formats/csv-reader";

const bo = {
  ...{ id: "bo", email: null, name: "Bo Ek", note: null },
  placements: [{ startsOn: "2020-01-01", endsBefore: null }],
};
const usual = ["Namn", "Kurs", "Datum", "Timmar"];

/** What becomes of rows of courses with these further columns: each row's cells by `;`. */
function fates(headings: string, rows: string[], meaning: ColumnMapping = []) {
  const lines = rows.map((cells, at) => `Bo Ek;Kurs ${at};2026-03-04;1;${cells}`);
  const text = [[...usual, headings].join(";"), ...lines].join("\n");
  const { header, rows: read } = readCsv(new TextEncoder().encode(text));
  const guessed = guessColumns(header, read);
  const mapping = guessed.map((field, index) => meaning[index - usual.length] ?? field);
  const found = readTrainingRows(read, mapping, {
    ...{ header, answers: noListAnswers, people: [bo], today: "2026-11-21" },
    ...{ competences: [], courses: [], projects: [] },
  });
  const of = new Map([
    ...found.good.map(({ row }) => [row, "in"] as const),
    ...found.asked.map(({ row }) => [row, "asked"] as const),
    ...found.faults.map(({ row }) => [row, "fault"] as const),
  ]);
  return { ...found, each: rows.map((_, at) => of.get(at + 2) ?? "left") };
}

test.each([
  ...[
    ["Bokningsstatus", "Avbokad"],
    ["Anmälningsstatus", "Avbokad"],
    ["Deltagande", "Nej"],
  ],
  ...[
    ["Enrollment Status", "Cancelled"],
    ["Registration Status", "Cancelled"],
  ],
  ...[
    ["Progress Status", "In progress"],
    ["Course progress", "In progress"],
    ["Progress", "0 %"],
  ],
  ...[
    ["Completed?", "No"],
    ["Slutförd?", "Nej"],
    ["Närvarande", "Nej"],
    ["Deltog", "Nej"],
  ],
  ...[
    ["Genomgången", "Nej"],
    ["Utfall", "Ej godkänd"],
    ["Betyg", "U"],
    ["Grade", "F"],
  ],
  ...[
    ["Betyg", "Fx"],
    ["Betyg", "IG"],
    ["Progress (%)", "0"],
    ["Tillstånd", "Avbruten"],
  ],
  ...[
    ["Kursresultat", "Underkänd"],
    ["Pass/Fail", "Fail"],
    ["Passed", "No"],
    ["Godkänd", "Nej"],
  ],
  ...[
    ["Statusnamn", "Ej påbörjad"],
    ["Attended", "No"],
    ["No show", "Yes"],
    ["Frånvaro", "Ja"],
  ],
  ...[
    ["Avbokad", "2026-03-10"],
    ["Cancelled", "Yes"],
    ["Enrolment status", "Dropped"],
  ],
  ...[
    ["Learner Status", "Incomplete"],
    ["Läge/status", "Avbokad"],
    ["No-show", "x"],
  ],
  ...[
    ["Avbokningsdatum", "3/4/2026"],
    ["Completed", "In progress"],
  ],
] as const)("a course under %s that has %s isn't completed, and is left out", (heading, cell) => {
  expect(fates(heading, [cell]).each).toEqual(["left"]);
});

test.each([
  ...[
    ["Kommentar", "Avbokad"],
    ["Anteckning", "Ej påbörjad"],
    ["Uppföljning", "Underkänd"],
  ],
  ...[
    ["Deltog du hela dagen?", "Nej"],
    ["Did you attend the course?", "No"],
  ],
  ...[
    ["Var frånvarande från kursen", "Ja"],
    ["Sjukfrånvaro (dag)", "2026-03-04"],
  ],
  ...[
    ["Ej genomförd", "Ja"],
    ["Did not attend", "x"],
    ["Cancellation reason", "Ill"],
  ],
  ...[
    ["Progress", "40 %"],
    ["Framsteg", "40"],
    ["Progress (%)", "99,5"],
    ["Frånvaro", "2 h"],
  ],
  ...[
    ["Enrollment Status", "Approved"],
    ["Status", "Confirmed"],
    ["Bokningsstatus", "Bekräftad"],
  ],
  ...[
    ["Anmälningsstatus", "Godkänd"],
    ["Booked", "Cancelled"],
    ["Bokning", "Avbokat"],
  ],
] as const)("a course under %s that has %s is asked about", (heading, cell) => {
  expect(fates(heading, [cell]).each).toEqual(["asked"]);
});

test.each([
  ...[
    ["Bokningsstatus", "Genomförd"],
    ["Enrollment Status", "Completed"],
    ["Deltog", "Ja"],
  ],
  ...[
    ["Betyg", "G"],
    ["Betyg", "Godkänd"],
    ["Grade", "85.00"],
    ["Progress", "100 %"],
  ],
  ...[
    ["Progress (%)", "100"],
    ["No show", "No"],
    ["Frånvaro", "0"],
    ["Avbokad", ""],
  ],
  ...[
    ["Status", "Godkänd"],
    ["Resultat", "Approved"],
    ["Närvaro", "Bekräftad"],
  ],
  ...[
    ["Enhet", "Missbruksenheten"],
    ["Kön", "F"],
    ["Obligatorisk", "Nej"],
    ["Poäng", "0"],
  ],
  ...[
    ["Kommentar", "Bra kurs"],
    ["Sista avbokningsdag", "2026-02-20"],
    ["Anmäld av", "Bo Ek"],
  ],
  ...[
    ["Kursform", "Planering"],
    ["Betalning", "Ej betald"],
    ["Progress", ""],
  ],
] as const)("a course under %s that has %s is brought in", (heading, cell) => {
  expect(fates(heading, [cell]).each).toEqual(["in"]);
});

test("a column without a meaning is asked about once, with its words, and its other rows come in", () => {
  const { each, asked, questions } = fates("Uppföljning", ["Avbokad", "", "Klar", "Avbruten"]);
  expect(each).toEqual(["asked", "in", "in", "asked"]);
  expect(questions.columns).toEqual([
    { index: 4, heading: "Uppföljning", values: ["Avbokad", "Avbruten"] },
  ]);
  expect(asked[0]).toMatchObject({ row: 2, column: 4, value: "Avbokad", reason: "saysUnfinished" });
});

test("the answer says what the column is, or that it says nothing of it", () => {
  const rows = ["Avbokad", "Ja", ""];
  expect(fates("Uppföljning", rows, ["status"]).each).toEqual(["left", "in", "asked"]);
  expect(fates("Uppföljning", rows, ["absence"]).each).toEqual(["left", "left", "in"]);
  expect(fates("Uppföljning", rows, ["ignore"]).each).toEqual(["in", "in", "in"]);
  expect(fates("Uppföljning", rows, ["ignore"]).questions.columns).toEqual([]);
});

test("where a list marks who completed, a row without a mark is asked about", () => {
  for (const mark of ["x", "X", "✓", "Ja", "Närvarande"]) {
    expect(fates("Närvaro", [mark, "", mark]).each, mark).toEqual(["in", "asked", "in"]);
  }
  expect(fates("Genomförd", ["x", ""]).each).toEqual(["in", "asked"]);
  expect(fates("Status", ["Genomförd", ""]).each).toEqual(["in", "asked"]);
  expect(fates("Frånvaro", ["x", ""]).each).toEqual(["left", "in"]);
  // A column that is empty throughout says nothing, and one that says no leaves the others.
  expect(fates("Status", ["", ""]).each).toEqual(["in", "in"]);
  expect(fates("Status", ["Avbokad", ""]).each).toEqual(["left", "in"]);
});

test.each(["Godkänd", "Genomförd", "Slutfört", "Avslutad", "Klar?", "Completed", "Finished"])(
  "one odd word under %s says whether still, and is asked about as an empty cell is",
  (heading) => {
    expect(fates(heading, ["Ja", "Delvis", "Grön", ""]).each).toEqual([
      "in",
      "asked",
      "asked",
      "asked",
    ]);
    expect(fates(heading, ["x", "x", "?", ""]).each).toEqual(["in", "in", "asked", "asked"]);
    expect(fates(heading, ["Ja", "Tackat nej", "2026-03-04"]).each).toEqual([
      "in",
      "left",
      "asked",
    ]);
  },
);

test.each([
  ...["Närvaro dag 1", "Närvaro 2026-03-02", "Kryssa", "Dag 1", "Tillfälle 2", "2026-03-02"],
  ...["16/3", "Vecka 10", "Deltog fm", "Attended day 1", "Session 2", "Approved", "Kvitto"],
])("where the column %s marks some rows, one without a mark is asked about", (heading) => {
  expect(fates(heading, ["x", "", "x"]).each).toEqual(["in", "asked", "in"]);
  expect(fates(heading, ["x", "?", "x"]).each).toEqual(["in", "asked", "in"]);
  expect(fates(heading, ["", "", ""]).each).toEqual(["in", "in", "in"]);
});

test("a mark is a yes, a count, a length or a share where the heading asks who was there", () => {
  expect(fates("Närvaro em", ["Ja", "", "Sen"]).each).toEqual(["in", "asked", "asked"]);
  expect(fates("Dag 2", ["1", "0", ""]).each).toEqual(["in", "asked", "asked"]);
  expect(fates("Timmar närvaro", ["3", "2,5 h", "0 h", ""]).each).toEqual([
    ...["in", "in", "asked", "asked"],
  ]);
  expect(fates("Signatur", ["EB", "", "nej"]).each).toEqual(["in", "asked", "asked"]);
  expect(fates("Uppföljning", ["Genomförd", "Genomförd", "Kanske", ""]).each).toEqual([
    ...["in", "in", "asked", "asked"],
  ]);
});

test("where a list has a course's day and that of its approval, one without is asked about", () => {
  for (const heading of ["Godkänd", "Godkänd datum", "Godkännandedatum", "Approved on"]) {
    const each = ["2026-03-18", "", "2026-03-19"];
    expect(fates(heading, each).each, heading).toEqual(["in", "asked", "in"]);
    expect(fates(heading, each).good[0]?.heldOn, heading).toBe("2026-03-04");
  }
});

test.each(["Närvarograd", "Närvaro %", "Attendance rate", "Andel närvaro", "Närvaro em"])(
  "less than the whole under %s is asked about",
  (heading) => {
    expect(fates(heading, ["100 %", "50 %", "0 %", "99,5%"]).each).toEqual([
      ...["in", "asked", "asked", "asked"],
    ]);
    expect(fates(heading, ["80 %", "3/4"]).each).toEqual(["asked", "asked"]);
  },
);

test.each(["Attendance", "Närvaro", "Närvarostatus", "Status", "Deltog", "Närvaro dag 1", "Dag 1"])(
  "a letter under %s says something by the list's own key, and is asked about",
  (heading) => {
    const letters = ["P", "A", "E", "N", "F", "S", "G"];
    expect(fates(heading, letters).each).toEqual(letters.map(() => "asked"));
    expect(fates(heading, ["NV", "FV", "ABS"]).each).toEqual(["asked", "asked", "asked"]);
  },
);

test("a letter is a grade where a grade is asked for, and a no where the others say yes", () => {
  for (const heading of ["Betyg", "Resultat", "Godkänd"]) {
    expect(fates(heading, ["G", "U"]).each, heading).toEqual(["in", "left"]);
  }
  expect(fates("Grade", ["A", "E", "F"]).each).toEqual(["in", "in", "left"]);
  expect(fates("Närvaro", ["J", "N"]).each).toEqual(["in", "left"]);
  expect(fates("Attended", ["Y", "n", "Yes"]).each).toEqual(["in", "left", "in"]);
});

test.each([
  ...["Kursen klar", "Gått kursen", "Har gått", "Kom", "Kommit", "Var med", "På plats", "Intyg"],
  ...["Incheckad", "Done", "Checked in", "Certifierad", "Certificate issued", "Ja/Nej", "Klarade"],
  ...["Medverkat", "Was there", "Kolumn 5", "Complete (Y/N)"],
])("a no under %s is asked about beside a yes", (heading) => {
  expect(fates(heading, ["Ja", "Nej", "Ja"]).each).toEqual(["in", "asked", "in"]);
  expect(fates(heading, ["Y", "N", "Y"]).each).toEqual(["in", "asked", "in"]);
});

test("a no to what says nothing of completion is none, nor one beside a status that says completed", () => {
  for (const heading of ["Obligatorisk", "Mandatory", "Betald", "Chef", "Digital", "Aktiv"]) {
    expect(fates(heading, ["Ja", "Nej"]).each, heading).toEqual(["in", "in"]);
  }
  expect(fates("Status;Kolumn 5", ["Genomförd;Ja", "Genomförd;Nej"]).each).toEqual(["in", "in"]);
});

test.each(["Sjuk", "Reserv", "Väntelista", "Waitlisted", "Excused", "Ångrat sig", "Exempt", "VAB"])(
  "who has a yes under %s didn't complete it, or is asked about",
  (heading) => {
    expect(fates(heading, ["Ja", "", "Nej", "x"]).each).toEqual(["left", "in", "in", "left"]);
    expect(fates(`Status;${heading}`, ["Genomförd;Ja", "Genomförd;"]).each).toEqual([
      "asked",
      "in",
    ]);
  },
);

test("what marks rows says nothing against one that another column says was completed", () => {
  expect(fates("Status;Dag 2", ["Genomförd;x", "Genomförd;", "Genomförd;50"]).each).toEqual([
    ...["in", "in", "in"],
  ]);
  expect(
    fates("Status;Närvaro em", ["Genomförd;Ja", "Genomförd;Nej", "Genomförd;0 %"]).each,
  ).toEqual(["in", "asked", "asked"]);
});

test("columns that ask nothing of who was there are no marks, whatever they hold", () => {
  for (const cells of [
    ["Ja", ""],
    ["A", ""],
    ["1", ""],
    ["2026-03-04", ""],
    ["Bo Ek", ""],
  ]) {
    expect(fates("Grupp", cells).each, cells[0]).toEqual(["in", "in"]);
  }
  expect(fates("Genomförd av", ["Bo Ek", ""]).each).toEqual(["in", "in"]);
  expect(fates("Deltagaravgift", ["500", ""]).each).toEqual(["in", "in"]);
  expect(fates("Dag 2", ["2026-03-05", ""]).each).toEqual(["in", "in"]);
});

test("the question of an empty cell says so", () => {
  expect(fates("Kryssa", ["x", "", "x"]).questions.columns).toEqual([
    { index: 4, heading: "Kryssa", values: [""] },
  ]);
});

test("a status that says completed beside a column that says otherwise is asked about", () => {
  expect(fates("Status;Betyg", ["Slutförd;U", "Slutförd;G", ";U"]).each).toEqual([
    ...["asked", "in", "left"],
  ]);
  expect(fates("Status;Avbokad", ["Slutförd;Ja", "Slutförd;", "Bokad;"]).each).toEqual([
    ...["asked", "in", "left"],
  ]);
  expect(fates("Status;Attended", ["Completed;No", "Completed;Yes"]).each).toEqual(["asked", "in"]);
});

test("a column that says how a completed course was on its way changes nothing", () => {
  expect(fates("Status;Bokning;Progress", ["Slutförd;Bokad;40", "Slutförd;Anmäld;"]).each).toEqual([
    ...["in", "in"],
  ]);
  expect(fates("Bokning", ["Bokad"]).each).toEqual(["asked"]);
});

test("our own lists' approved and confirmed are completed", () => {
  expect(fates("Kind;Status", ["Course;Approved", "Hand-over;Confirmed"]).each).toEqual([
    ...["in", "in"],
  ]);
});

test("a cost chosen by hand is of the unit that its heading says", () => {
  expect(fates("Fakturabelopp tkr", ["2"], ["cost"]).good[0]?.costOre).toBe(200_000);
  expect(fates("Fakturabelopp mkr", ["0,5"], ["cost"]).good[0]?.costOre).toBe(50_000_000);
});
