import { expect, test } from "vitest";
import { guessColumns } from "~/features/exchange/lists/guess-columns.server";
import {
  listAnswersFrom,
  noListAnswers,
  type ListAnswers,
} from "~/features/exchange/lists/list-answers.schema";
import type { ListedPerson } from "~/features/exchange/lists/listed-people.server";
import { readTrainingRows } from "~/features/exchange/lists/training-rows.server";
import { readCsv } from "~/formats/csv-reader";

const asa: ListedPerson = {
  id: "asa",
  email: "asa.oberg@example.se",
  name: "Åsa Öberg",
  note: null,
  placements: [{ startsOn: "2020-01-01", endsBefore: "2026-07-01" }],
};
const people = [
  asa,
  { ...asa, id: "kim1", email: null, name: "Kim Alm", note: "Familjeenheten" },
  { ...asa, id: "kim2", email: null, name: "Kim Alm", note: "Ungdomsjouren" },
  { ...asa, id: "asa2", email: null, name: "Asa Oberg" },
  { ...asa, id: "mehmet", email: null, name: "Mehmet Yıldız" },
  {
    ...asa,
    id: "bo",
    email: null,
    name: "Bo Ek",
    placements: [{ startsOn: "2020-01-01", endsBefore: null }],
  },
];
const competences = [
  {
    id: "c",
    code: "SOK",
    name: "Sökmetoder",
    called: ["SOK", "Sökmetoder", "KALLA", "Nätkunskap"],
  },
  { id: "d", code: "NY", name: "Kalla", called: ["NY", "Kalla"] },
];
const courses = [
  { listedTitle: "Grundkurs", id: "k1", title: "Grundkurs på nätet" },
  { listedTitle: "grundkurs på nätet", id: "k1", title: "Grundkurs på nätet" },
];

const projects = [
  {
    ...{ id: "p1", code: "NY-1", name: "Nätet", codes: ["NY-1", "GAMMAL-1"] },
    ...{ startsOn: "2026-01-01", endsBefore: "2026-06-01" },
  },
  ...["p2", "p3"].map((id) => ({
    ...{ id, code: id, name: "Lika", codes: [id] },
    ...{ startsOn: "2026-01-01", endsBefore: "2026-06-01" },
  })),
];

/** The rows of a list, by its headings and lines. */
function read(header: string, ...lines: string[]) {
  return readAnswered(noListAnswers, header, ...lines);
}

function readAnswered(answers: ListAnswers, header: string, ...lines: string[]) {
  const { header: headings, rows } = readCsv(
    new TextEncoder().encode([header, ...lines].join("\n")),
  );
  const known = {
    people,
    competences,
    courses,
    projects,
    header: headings,
    answers,
    today: "2026-11-21",
  };
  return readTrainingRows(rows, guessColumns(headings), known);
}

const usual = "E-post;Namn;Kurs;Datum;Timmar;Kostnad;Kompetens";

/** `row field reason` of each fault, and of what is asked. */
function faults(header: string, ...lines: string[]): string[] {
  const { faults, asked } = read(header, ...lines);
  return [...faults, ...asked].map(({ row, field, reason }) => `${row} ${field} ${reason}`);
}

test("a row is of the course that its title leads to, also where two of them do", () => {
  const row = (title: string, day: string) => `;Bo Ek;${title};${day};2;;`;
  const { good, faults } = read(
    usual,
    row("Grundkurs", "2026-03-04"),
    row("grundkurs på nätet", "2026-03-04"),
    row("Något annat", "2026-03-04"),
    row("grundkurs på nätet", "2026-03-05"),
  );
  expect(good.map(({ courseId, title, listedTitle }) => [courseId, title, listedTitle])).toEqual([
    ["k1", "Grundkurs på nätet", "Grundkurs"],
    [null, "Något annat", "Något annat"],
    ["k1", "Grundkurs på nätet", "grundkurs på nätet"],
  ]);
  expect(faults).toMatchObject([{ row: 3, field: "title", reason: "repeated" }]);
});

test("amounts and times are of the unit that their heading says, unless the cell says another", () => {
  const told = (heading: string, ...cells: string[]) => {
    const lines = cells.map((cell, place) => `Bo Ek;Metod;2026-03-0${place + 1};3;${cell}`);
    const { good, faults } = read(`Namn;Kurs;Datum;Timmar;${heading}`, ...lines);
    return [...good.map(({ costOre }) => costOre), ...faults.map(({ reason }) => reason)];
  };
  expect(told("Kostnad (tkr)", "2", "1,5", "500 kr", "2 tkr")).toEqual([
    ...[200_000, 150_000, 50_000, 200_000],
  ]);
  expect(told("Kostnad i tkr", "2")).toEqual([200_000]);
  expect(told("Kostnad (öre)", "250", "2,5")).toEqual([250, "cost"]);
  expect(told("Kostnad (kr)", "2")).toEqual([200]);
  expect(told("Kostnad (EUR)", "2")).toEqual([null]);
  const minutes = (heading: string) =>
    read(`Namn;Kurs;Datum;${heading}`, "Bo Ek;Metod;2026-03-01;90").good.map((row) => row.minutes);
  expect(minutes("Tid (min)")).toEqual([90]);
  expect(minutes("Tid (tim, min)")).toEqual([90 * 60]);
  expect([minutes("Seconds Viewed"), minutes("Tid (sek)")]).toEqual([[2], [2]]);
});

test("how long it took is told by the times between which it was", () => {
  const told = (header: string, ...cells: string[]) => {
    const { good, faults } = read(`Namn;Kurs;${header}`, ...cells.map((each) => `Bo Ek;M;${each}`));
    return [
      ...good.map(({ heldOn, minutes }) => `${heldOn} ${minutes}`),
      ...faults.map(({ field, reason }) => `${field} ${reason}`),
    ];
  };
  const times = "Datum;Starttid;Sluttid";
  expect(told(times, "2026-03-04;09:00;16:30")).toEqual(["2026-03-04 450"]);
  expect(told(times, "2026-03-04;kl. 9;kl. 12.15")).toEqual(["2026-03-04 195"]);
  expect(told(times, "2026-03-04;9:00 AM;4:00 PM")).toEqual(["2026-03-04 420"]);
  expect(told(times, "2026-03-04;16:00;09:00")).toEqual(["starts betweenTimes"]);
  const both = "Starttid;Sluttid";
  expect(told(both, "2026-03-04 09:00;2026-03-04 16:00")).toEqual(["2026-03-04 420"]);
  expect(told(both, "2026-03-04T09:00:00Z;2026-03-04T10:30:00Z")).toEqual(["2026-03-04 90"]);
  expect(told(both, "2026-03-04 09:00;2026-03-05 16:00")).toEqual(["starts betweenTimes"]);
  expect(told("Join time;Leave time", "2026-03-04 09:00;2026-03-04 10:00")).toEqual([
    "2026-03-04 60",
  ]);
  expect(told("Datum;Tid", "2026-03-04;13:00–16:00")).toEqual(["2026-03-04 180"]);
});

/** Of rows with these last cells: the length in minutes and the cost in kronor, or the fault. */
function measured(headings: string, ...cells: string[]) {
  const lines = cells.map((each, place) => `Bo Ek;Metod ${place};2026-03-04;${each}`);
  const { good, faults, asked } = read(`Namn;Kurs;Datum;${headings}`, ...lines);
  const told = new Map<number, number | string>(
    [...faults, ...asked].map(({ row, reason, value }) => [row, `${reason} ${value}`]),
  );
  for (const { row, minutes, costOre } of good) told.set(row, (costOre ?? minutes * 100) / 100);
  return cells.map((_, place) => told.get(place + 2));
}

test.each(["Enhet", "Tidsenhet", "Omfattning enhet", "Duration unit", "Unit of measure"])(
  "lengths are of the unit that the column %s says",
  (heading) => {
    const rows = ["90;minuter", "2;Timmar", "1,5;h", "1800;s", "2;dagar", "3;", "2 h;dagar"];
    expect(measured(`Omfattning;${heading}`, ...rows)).toEqual([
      ...[90, 120, 90, 30, "otherMeasure dagar", "otherMeasure ", 120],
    ]);
  },
);

test("a column of units says nothing more where they are the usual one, or where it is another's", () => {
  expect(measured("Omfattning;Enhet", "2;timmar", "3;")).toEqual([120, 180]);
  expect(measured("Minuter;Enhet", "45;min", "30;")).toEqual([45, 30]);
  expect(measured("Timmar;Enhet", "2;Missbruksenheten", "3;Ungdomsjouren")).toEqual([120, 180]);
  expect(measured("Timmar;Enhet;Kostnad", "2;SEK;100", "3;SEK;200")).toEqual([100, 200]);
  expect(measured("Timmar;Tidsenhet", "2;lektionspass")).toEqual(["otherMeasure lektionspass"]);
});

test.each(["Valuta", "Currency", "Valutakod"])(
  "costs are in the currency that the column %s says, or wait",
  (heading) => {
    const rows = [
      "3;100;SEK",
      "3;100;kr",
      "3;2;tkr",
      "3;100;EUR",
      "3;100;€",
      "3;100 kr;EUR",
      "3;;EUR",
    ];
    expect(measured(`Timmar;Kostnad;${heading}`, ...rows)).toEqual([
      ...[100, 100, 2000, "otherMeasure EUR", "otherMeasure €", "otherMeasure EUR", 180],
    ]);
    expect(measured(`Timmar;Kostnad;${heading}`, "3;100;", "3;90;SEK")).toEqual([100, 90]);
    expect(measured(`Timmar;Kostnad;${heading}`, "3;100;", "3;90;NOK")).toEqual([
      ...["otherMeasure ", "otherMeasure NOK"],
    ]);
  },
);

test("a column that says that the cost is with tax is looked at, and one of the tax itself isn't", () => {
  const told = (heading: string, ...cells: string[]) =>
    measured(`Timmar;Kostnad;${heading}`, ...cells.map((cell) => `3;100;${cell}`));
  expect(told("Inkl. moms", "Ja", "Nej")).toEqual(["otherMeasure Ja", 100]);
  expect(told("Moms", "inkl.", "exkl.")).toEqual(["otherMeasure inkl.", 100]);
  expect(told("Moms", "25", "25 %")).toEqual([100, 100]);
});

test("a good row is read with decimal comma, kronor and competence", () => {
  const { good, badRows } = read(usual, "ASA.OBERG@example.se;;Metod;2026-03-04;7,5;4 500,50;sok");
  expect(badRows).toBe(0);
  expect(good).toMatchObject([
    {
      row: 2,
      personId: "asa",
      personName: "Åsa Öberg",
      title: "Metod",
      heldOn: "2026-03-04",
      minutes: 450,
      costOre: 450_050,
      competence: { id: "c" },
    },
  ]);
});

test.each([
  ["asa.oberg@example.se;;;2026-03-04;1;;", "2 title empty"],
  ["asa.oberg@example.se;;Metod;;1;;", "2 date empty"],
  ["asa.oberg@example.se;;Metod;2026-03-04;;;", "2 hours empty"],
  [";;Metod;2026-03-04;1;;", "2 email empty"],
  ["nils@example.se;;Metod;2026-03-04;1;;", "2 email noPerson"],
  [";Ingen Alls;Metod;2026-03-04;1;;", "2 name noPerson"],
  [";Kim Alm;Metod;2026-03-04;1;;", "2 name severalPeople"],
  ["asa.oberg@example.se;;Metod;igår;1;;", "2 date date"],
  ["asa.oberg@example.se;;Metod;2026-02-30;1;;", "2 date noSuchDate"],
  ["asa.oberg@example.se;;Metod;0001-01-01;1;;", "2 date dateOutOfBounds"],
  ["asa.oberg@example.se;;Metod;9999-12-31;1;;", "2 date dateOutOfBounds"],
  [";Bo Ek;Metod;2026-11-22;1;;", "2 date future"],
  ["asa.oberg@example.se;;Metod;2026-03-04;-1;;", "2 hours hours"],
  ["asa.oberg@example.se;;Metod;2026-03-04;0;;", "2 hours noHours"],
  ["asa.oberg@example.se;;Metod;2026-03-04;2001;;", "2 hours manyHours"],
  ["asa.oberg@example.se;;Metod;2026-03-04;99999999999;;", "2 hours hours"],
  ["asa.oberg@example.se;;Metod;2026-03-04;1;-5;", "2 cost cost"],
  ["asa.oberg@example.se;;Metod;2026-03-04;1;x;", "2 cost cost"],
  ["asa.oberg@example.se;;Metod;2026-03-04;1;10 000 001;", "2 cost largeCost"],
  ["asa.oberg@example.se;;Metod;2026-03-04;1;;Jonglering", "2 competence competence"],
  ["asa.oberg@example.se;;Möte 19121212-1212;2026-03-04;1;;", "2 title personalNumber"],
  ["asa.oberg@example.se;;Möte [personnummer];2026-03-04;1;;", "2 title personalNumber"],
  ["asa.oberg@example.se;Åsa 19121212-1212;Metod;2026-03-04;1;;", "2 name personalNumber"],
  [";19121212-1212;Metod;2026-03-04;1;;", "2 name personalNumber"],
  ["asa.oberg@example.se;;Metod;2026-03-04;1;;;för mycket", "2 null cells"],
])("%s: %s", (line, fault) => {
  expect(faults(usual, line)).toEqual([fault]);
});

test("a title may have 120 characters, whatever they weigh, and not 121", () => {
  const line = (title: string) => `asa.oberg@example.se;;${title};2026-03-04;1;;`;
  expect(faults(usual, line("å".repeat(120)))).toEqual([]);
  expect(faults(usual, line("𝄞".repeat(120)))).toEqual([]);
  expect(faults(usual, line("å".repeat(121)))).toEqual(["2 title tooLong"]);
});

test("every fault of a row is told, and the row counts as bad once", () => {
  const { faults: all, badRows } = read(usual, "nils@example.se;;;2026-02-30;0;;");
  expect(all).toHaveLength(4);
  expect(badRows).toBe(1);
});

test("a personal identity number is not among what is shown", () => {
  expect(JSON.stringify(read(usual, ";19121212-1212;Metod;2026-03-04;1;;"))).not.toContain("1212");
});

test("the same row twice in a list is told the second time", () => {
  const line = "asa.oberg@example.se;;Metod;2026-03-04;1;;";
  expect(faults(usual, line, line.replace("Metod", "METOD"))).toEqual(["3 title repeated"]);
});

test("people are found by name, turned, in parts, and with stray spaces", () => {
  const found = (header: string, line: string) => read(header, line).good[0]?.personId;
  expect(found("Namn;Kurs;Datum;Timmar", "Öberg, Åsa;Metod;2026-03-04;1")).toBe("asa");
  expect(found("Namn;Kurs;Datum;Timmar", " åsa\u00a0 ÖBERG ;Metod;2026-03-04;1")).toBe("asa");
  expect(found("Förnamn;Efternamn;Kurs;Datum;Timmar", "Åsa;Öberg;Metod;2026-03-04;1")).toBe("asa");
  expect(found("Namn;Kurs;Datum;Timmar", "A\u030asa O\u0308berg;Metod;2026-03-04;1")).toBe("asa");
});

test("a keyboard without the letters finds them, the very letters come first", () => {
  const found = (name: string) => read("Namn;Kurs;Datum;Timmar", `${name};Metod;2026-03-04;1`);
  expect(found("mehmet yildiz").good[0]?.personId).toBe("mehmet");
  expect(found("Asa Oberg").good[0]?.personId).toBe("asa2");
  expect(found("Oberg, Asa").good[0]?.personId).toBe("asa2");
  expect(found("Åsa Oberg").faults[0]?.reason).toBe("noPerson");
});

test("those whom a name may mean are told apart", () => {
  expect(read(usual, ";Kim Alm;Metod;2026-03-04;1;;").asked).toMatchObject([
    { reason: "severalPeople", among: "Familjeenheten; Ungdomsjouren" },
  ]);
});

test("a row from before the employment, or from between two, is one to look at", () => {
  const back = [...asa.placements, { startsOn: "2026-09-01", endsBefore: null }];
  const line = (day: string) => `asa.oberg@example.se;;Metod;${day};1;;`;
  const days = ["2019-12-31", "2026-06-30", "2026-07-01", "2026-09-01"].map(line);
  const { rows, header } = readCsv(new TextEncoder().encode([usual, ...days].join("\n")));
  const somebody = [{ ...asa, placements: back }];
  const known = {
    ...{ people: somebody, competences, courses, projects, header, answers: noListAnswers },
    today: "2026-11-21",
  };
  const { good, early, faults } = readTrainingRows(rows, guessColumns(header, rows), known);
  expect(good.map(({ row }) => row)).toEqual([3, 5]);
  expect(early.map(({ row }) => row)).toEqual([2, 4]);
  expect(faults).toEqual([]);
});

test("a row of a day after the last is told apart, for what isn't here already", () => {
  const { good, early, late } = read(usual, "asa.oberg@example.se;;Metod;2026-07-01;1;;");
  expect([good, early, late.map(({ row }) => row)]).toEqual([[], [], [2]]);
});

test("an address decides; a name only for those whose address isn't known", () => {
  const found = (email: string, name: string) =>
    read(usual, `${email};${name};Metod;2026-03-04;1;;`).good[0]?.personId;
  expect(found("asa.oberg@example.se", "Åsa Gift-Öberg")).toBe("asa");
  expect(found("asa.oberg@example.se", "")).toBe("asa");
  expect(found("bo.ek@example.se", "Bo Ek")).toBe("bo");
  expect(found("asa@annan.se", "Åsa Öberg")).toBeUndefined();
});

test("control characters, which the database refuses, are no part of a text", () => {
  const cells = ["asa.oberg@example.se", "Me\u0000tod\u200b\u0007 t\u00advå", "2026-03-04", "1"];
  const { good } = readTrainingRows([{ row: 2, cells }], ["email", "title", "date", "hours"], {
    people,
    courses,
    competences,
    projects,
    ...{ header: [], answers: noListAnswers, today: "2026-11-21" },
  });
  expect(good[0]?.title).toBe("Me tod två");
});

test("an address and a name that are two people's are a fault", () => {
  const at = (email: string, name: string) =>
    faults(usual, `${email};${name};Metod;2026-03-04;1;;`);
  expect(at("asa.oberg@example.se", "Bo Ek")).toEqual(["2 email twoPeople"]);
  expect(at("asa.oberg@example.se", "Vera Lund")).toEqual(["2 email twoPeople"]);
  expect(at("asa.oberg@example.se", "Öberg Åsa")).toEqual([]);
  expect(at("asa.oberg@example.se", "Öberg, Åsa")).toEqual([]);
});

test.each(["Åsa Svensson", "Maria Öberg", "Svensson, Åsa", "Åsa S"])(
  "%s beside Åsa Öberg's address is asked about, and is hers if somebody says so",
  (name) => {
    const row = `asa.oberg@example.se;${name};Metod;2026-03-04;1;;`;
    const { asked, questions, good } = read(usual, row, row.replace("Metod", "Annan"));
    expect([good, asked.map(({ reason }) => reason)]).toEqual([[], ["otherName", "otherName"]]);
    expect(questions.people).toMatchObject([{ name, people: [{ id: "asa" }] }]);
    const of = (id: string) => {
      const people = { [questions.people[0]?.key ?? ""]: id };
      return readAnswered({ ...noListAnswers, people }, usual, row).good;
    };
    expect(of("asa")).toMatchObject([{ personId: "asa" }]);
    expect(of("bo")).toEqual([]);
  },
);

test.each(["Åsa Maria Öberg", "Öberg Å", "Åsa Svensson-Öberg", "Asa Oberg (slutat)", "Åsa"])(
  "%s is Åsa Öberg where her address stands beside",
  (name) => {
    const row = `asa.oberg@example.se;${name};Metod;2026-03-04;1;;`;
    expect(read(usual, row).good).toMatchObject([{ personId: "asa" }]);
  },
);

test("a name is found with the family name first, where nobody has it as it stands", () => {
  const found = (name: string) => read(usual, `;${name};Metod;2026-03-04;1;;`).good[0]?.personId;
  expect([found("Ek Bo"), found("Bo Ek"), found("Ek, Bo")]).toEqual(["bo", "bo", "bo"]);
  expect(found("Ek Bo Alm")).toBeUndefined();
});

test("namesakes are asked about, and the answer says which", () => {
  const row = ";Kim Alm;Metod;2026-03-04;1;;";
  const { questions } = read(usual, row);
  expect(questions.people).toMatchObject([{ key: "kim alm", name: "Kim Alm", people: [{}, {}] }]);
  const [, second] = questions.people[0]?.people ?? [];
  const answers = { ...noListAnswers, people: { "kim alm": second?.id ?? "" } };
  const read2 = readAnswered(answers, usual, row);
  expect(read2.good).toMatchObject([{ personId: second?.id }]);
  expect(read2.questions.people).toHaveLength(1);
});

test("a date that may be two days is asked about, and read as it was answered", () => {
  const row = ";Bo Ek;Metod;03/04/2026;1;;";
  expect(read(usual, row)).toMatchObject({
    ...{ good: [], questions: { dayOrder: true }, faults: [], badRows: 0, askedRows: 1 },
    asked: [{ field: "date", reason: "ambiguousDate" }],
  });
  const heldOn = (dayOrder: ListAnswers["dayOrder"]) =>
    readAnswered({ ...noListAnswers, dayOrder }, usual, row).good[0]?.heldOn;
  expect([heldOn("day-first"), heldOn("month-first")]).toEqual(["2026-04-03", "2026-03-04"]);
});

test("dashes say nothing, times and lengths are read as programs write them", () => {
  const { good, faults } = read(usual, "-;Bo Ek;Metod;2026-03-02 00:00:00;07:30:00;-;–");
  expect(faults).toEqual([]);
  expect(good).toMatchObject([
    { heldOn: "2026-03-02", minutes: 450, costOre: null, competence: null },
  ]);
});

test("rows below headings in another order are read by no other's", () => {
  const lines = ["Bo Ek;Metod;2026-03-04;3;300", "Namn;Kurs;Datum;Kostnad;Timmar"];
  const under = ["Bo Ek;Annan;2026-03-05;300;3", "Namn;Kurs;Datum;Timmar;Kostnad"];
  const last = "Bo Ek;Tredje;2026-03-06;4;400";
  const list = read("Namn;Kurs;Datum;Timmar;Kostnad", ...lines, ...under, last);
  expect(list.good.map(({ row, minutes }) => [row, minutes])).toEqual([
    [2, 180],
    [6, 240],
  ]);
  expect(list.faults).toMatchObject([{ row: 4, reason: "otherHeadings" }]);
  const same = read("Namn;Kurs;Datum;Timmar", "Name;Course;Date;Hours", "Bo Ek;Metod;2026-03-04;3");
  expect(same.good).toHaveLength(1);
});

test.each(["M\uFFFDte p\uFFFD n\uFFFDtet", "MÃ¶te pÃ¥ nÃ¤tet", "M?te p? n?tet", "M”te p† n„tet"])(
  "a course whose letters were damaged on the way is no course: %s",
  (title) => {
    expect(faults(usual, `;Bo Ek;${title};2026-03-04;1;;`)).toEqual(["2 title damaged"]);
  },
);

test.each(["Vad är HR?", "Maître d’hôtel", "Über Ünal", "Café", "”Möte på nätet”", "Och/eller?"])(
  "%s is a title",
  (title) => {
    expect(faults(usual, `;Bo Ek;${title};2026-03-04;1;;`)).toEqual([]);
  },
);

test("days and lengths are read as the named systems write them", () => {
  const one = (headings: string, cells: string) =>
    read(`Name;Course;${headings}`, `Bo Ek;Metod;${cells}`).good[0];
  expect(one("Last Leave;In-Meeting Duration", "3/16/2026, 11:58:30 AM;2h 58m 18s")).toMatchObject({
    ...{ heldOn: "2026-03-16", minutes: 178 },
  });
  expect(one("Completed At;Hours Viewed", "03/16/26;1.5")).toMatchObject({ heldOn: "2026-03-16" });
  expect(one("Datum till;Timmar", "260317;14")).toMatchObject({ heldOn: "2026-03-17" });
});

test("lengths under a heading that says so are minutes", () => {
  const minutes = (heading: string, cell: string) =>
    read(`Namn;Kurs;Datum;${heading}`, `Bo Ek;Metod;2026-03-04;${cell}`).good[0]?.minutes;
  expect(minutes("Duration (minutes)", "90")).toBe(90);
  expect(minutes("Minuter", "90,00")).toBe(90);
  expect(minutes("Tid (min)", "90,5")).toBe(91);
  expect(minutes("Duration (min)", "1:30")).toBe(90);
  expect(minutes("Duration (hours)", "1.5")).toBe(90);
});

test.each(["In progress", "Ej genomförd", "Avbruten", "Tillbakatagen", "Declined", "Nej"])(
  "what a list says is %j is no completed course",
  (status) => {
    const { good, unfinished } = read(
      "Namn;Kurs;Datum;Timmar;Status",
      `Bo Ek;Metod;2026-03-04;1;${status}`,
      "Bo Ek;Metod;2026-03-05;1;Completed",
    );
    expect(good.map(({ row }) => row)).toEqual([3]);
    expect(unfinished).toBe(1);
  },
);

test("a status that isn't known waits for somebody who knows", () => {
  const { good, asked, unfinished } = read(
    "Namn;Kurs;Datum;Timmar;Status",
    "Bo Ek;Metod;2026-03-04;1;Grön",
  );
  expect([good, unfinished]).toEqual([[], 0]);
  expect(asked).toMatchObject([
    { row: 2, field: "status", value: "Grön", reason: "unknownStatus" },
  ]);
});

test("each word of a list that isn't known is answered for itself, an empty one too", () => {
  const lines = ["Grön", "GRÖN", "Blå", "", "Genomförd", "Avbokad"].map(
    (status, at) => `Bo Ek;Metod;2026-03-0${at + 1};1;${status}`,
  );
  const told = (statuses: ListAnswers["statuses"]) => {
    const read = readAnswered(
      { ...noListAnswers, statuses },
      "Namn;Kurs;Datum;Timmar;Status",
      ...lines,
    );
    const rows = (of: { row: number }[]) => of.map(({ row }) => row).join(" ");
    const words = read.questions.statuses.map(({ key, value }) => `${key} ${value}`);
    return { in: rows(read.good), asked: rows(read.asked), left: read.unfinished, words };
  };
  const words = ["grön Grön", "blå Blå", " "];
  expect(told({})).toEqual({ in: "6", asked: "2 3 4 5", left: 1, words });
  expect(told({ grön: "completed" })).toEqual({ in: "2 3 6", asked: "4 5", left: 1, words });
  expect(told({ grön: "completed", blå: "unfinished", "": "completed" })).toEqual({
    ...{ in: "2 3 5 6", asked: "", left: 2, words },
  });
  expect(told({ "": "unfinished" })).toMatchObject({ in: "6", asked: "2 3 4", left: 2 });
  // What is known isn't asked, and no answer changes it.
  expect(told({ genomförd: "unfinished", avbokad: "completed" })).toMatchObject({
    in: "6",
    left: 1,
  });
});

test("a word of an answer makes a list one that says what was completed", () => {
  const { asked } = readAnswered(
    { ...noListAnswers, statuses: { grön: "completed" } },
    "Namn;Kurs;Datum;Timmar;Status",
    "Bo Ek;Metod;2026-03-04;1;Grön",
    "Bo Ek;Metod;2026-03-05;1;",
  );
  expect(asked).toMatchObject([{ row: 3, reason: "unknownStatus" }]);
});

test("what may have kept somebody from a course is answered by its word, too", () => {
  const row = "Bo Ek;Metod;2026-03-04;1;kanske";
  const header = "Namn;Kurs;Datum;Timmar;Avbokad";
  const said = (statuses: ListAnswers["statuses"]) =>
    readAnswered({ ...noListAnswers, statuses }, header, row);
  expect(said({}).questions.statuses).toEqual([
    { key: "kanske", heading: "Avbokad", value: "kanske" },
  ]);
  expect(said({ kanske: "completed" }).good).toHaveLength(1);
  expect(said({ kanske: "unfinished" }).unfinished).toBe(1);
  expect(
    readAnswered(noListAnswers, header, row.replace("kanske", "constructor")).asked,
  ).toHaveLength(1);
});

test("answers to words come from fields that are called by them", () => {
  const { statuses } = listAnswersFrom([
    ...[["status:grön", "completed"] as const, ["status:", "unfinished"] as const],
    ...[["status:blå", "kanske"] as const, ["status:röd", ""] as const],
  ]);
  expect(statuses).toEqual({ grön: "completed", "": "unfinished" });
});

test.each([
  ...["Summa;;;7;300", "Totalt:;;;7;", ";Total;;7;", "Antal;;;7", "Delsumma;;;1", "Subtotal;;;1"],
  ...["Antal rader: 1;;;", "Sida 1 av 2;;;", "Page 2 of 3", "Namn;Kurs;Datum;Timmar;Kostnad"],
  ...["Name;Course;Date;Hours;Cost", "Utskriven 2026-03-01;;;;"],
])("a row that is none of a course is left and named, wherever it stands: %s", (none) => {
  const row = "Bo Ek;Metod;2026-03-04;1;";
  const other = "Bo Ek;Annan;2026-03-04;1;";
  const { good, asked, badRows } = read("Namn;Kurs;Datum;Timmar;Kostnad", row, none, other);
  expect(good.map(({ row: number }) => number)).toEqual([2, 4]);
  expect(badRows).toBe(0);
  expect(asked).toMatchObject([{ row: 3, reason: "noRow" }]);
});

test("a row of a person or a day is one of a course, whatever it is called", () => {
  const header = "Kurs;Namn;Datum;Timmar";
  expect(read(header, "Summa;Bo Ek;2026-03-04;1").good).toHaveLength(1);
  expect(read(header, "Summa;;2026-03-04;1").badRows).toBe(1);
  expect(read(header, "Totalförsvar;;;1").badRows).toBe(1);
  const named = "Kurs;Namn;Datum;Timmar;Sort;Status";
  expect(read(named, "Metod;Bo Ek;2026-03-04;1;Kurs;Godkänd").good).toHaveLength(1);
});

test("a course without a day of completion hasn't been completed, unless a status says so", () => {
  const { unfinished, badRows } = read("Namn;Kurs;Genomförd;Timmar", "Bo Ek;Metod;;1");
  expect([unfinished, badRows]).toEqual([1, 0]);
  expect(read("Namn;Kurs;Datum;Timmar", "Bo Ek;Metod;;1").badRows).toBe(1);
  expect(read("Namn;Kurs;Completed on;Status;Timmar", "Bo Ek;Metod;;Klar;1").badRows).toBe(1);
});

test("a row that waits for an answer and has a fault as well is a bad one", () => {
  const { faults, asked } = read(
    usual,
    ";Kim Alm;Metod;03/04/2026;;;",
    ";Kim Alm;Metod;1/2/2026;1;;",
  );
  expect(faults.map(({ row, reason }) => [row, reason])).toEqual([
    [2, "ambiguousDate"],
    [2, "empty"],
    [2, "severalPeople"],
  ]);
  expect(asked.map(({ row, reason }) => [row, reason])).toEqual([
    [3, "ambiguousDate"],
    [3, "severalPeople"],
  ]);
});

test("a row is for the project that it says, by a former code or the name, else for the list's", () => {
  const header = "Namn;Kurs;Datum;Timmar;Projektkod";
  const row = (code: string, day = "2026-03-04") => `Bo Ek;Metod;${day};1;${code}`;
  const ofList = { ...noListAnswers, projectId: "p1" };
  const project = (code: string, answers = noListAnswers) =>
    readAnswered(answers, header, row(code)).good[0]?.project?.code;
  expect(["NY-1", "gammal-1", "nätet"].map((code) => project(code))).toEqual([
    "NY-1",
    "NY-1",
    "NY-1",
  ]);
  expect([project(""), project("-"), project("", ofList)]).toEqual([undefined, undefined, "NY-1"]);
  expect(faults(header, row("NY-1", "2026-01-01"), row("NY-1", "2026-05-31"))).toEqual([]);
  expect([project("p3"), project("Lika")]).toEqual(["p3", undefined]);
  expect(faults(header, row("NY-2"), row("NY-1", "2026-06-01"))).toEqual([
    "2 project project",
    "3 project projectNotThen",
  ]);
  expect(readAnswered(ofList, "Namn;Kurs;Datum;Timmar", "Bo Ek;Metod;2025-12-31;1").faults).toEqual(
    [{ row: 2, field: "project", value: "", reason: "projectNotThen", among: "NY-1" }],
  );
});

test("a competence is also known by what it has been called, where no other is called so now", () => {
  const found = (text: string) =>
    read("E-post;Kurs;Datum;Timmar;Kompetens", `asa.oberg@example.se;Metod;2026-03-04;1;${text}`)
      .good[0]?.competence?.id;
  expect(["sok", "Sökmetoder", "nätkunskap", "kalla"].map(found)).toEqual(["c", "c", "c", "d"]);
});
