import { expect, test } from "vitest";
import {
  completionOf,
  isOnTheWay,
  saysUnfinished,
} from "~/features/exchange/lists/completion-status";

test.each([
  ["completed", ["", " ", "Genomförd", "Slutfört", "GODKÄND", "Ja", "1", "True", "G", "Passed"]],
  ["completed", ["Completed (100 %)", "Deltog", "Närvarande", "Certifierad", "100%"]],
  ["unfinished", ["Ej genomförd", "Inte godkänd", "Uteblev", "Deltog ej", "Scheduled", "Missed"]],
  ["unfinished", ["Ofullständig", "Did not attend", "Overdue", "False", "0", "U", "No-show", "no"]],
  ["unfinished", ["Completed unsuccessfully", "Completed (Failed)", "Avslutad - underkänd"]],
  ["unfinished", ["Avslutad i förtid", "Ogodkänd", "O-godkänd", "Genomförd med frånvaro"]],
  ["completed", ["Godkänd utan anmärkning", "Approved, completed", "Completed - passed"]],
  ["unknown", ["Deltog delvis", "Partially attended"]],
  ["completed", ["Fully attended", "CBT-COMPLETE", "OK"]],
  ["unfinished", ["Not started", "Incomplete", "Väntar på chef", "Taken back", "Tillbakatagen"]],
  ["completed", ["100 %", "5 av 5", "5 of 5", "Slutförd (100 %)", "Attendance 100%", "Completed*"]],
  ["completed", ["Godkänd 2026-03-02", "Slutfört den 3 mars 2026", "Ja, slutförd", "Yes / passed"]],
  ["unknown", ["1 av 5", "5 av 6", "1 of 5 modules", "3/4", "1 %", "Närvaro 40 %"]],
  ["unknown", ["Completed 50%", "Slutförd till 40 %", "80 %", "Klart 4 av 5"]],
  ["unknown", ["Klart om en vecka", "Genomförs 2027", "Avslutas i maj", "Utförs", "Completing"]],
  ["unknown", ["Attendance required", "Certification required", "Credit requested", "Attending"]],
  ["unknown", ["Confirmed for 2027", "Bekräftad plats", "Approved to attend", "Passive", "Deltar"]],
  ["unfinished", ["0 %", "0 av 0", "Present: N", "Närvarande: nej", "Attended: false"]],
  ["unknown", ["Ja/Nej", "Yes to come", "Klara sig", "Godkännande", "Completion due 2027"]],
  ["unknown", ["Approved", "Confirmed", "Bekräftad", "Bekräftat den 3 mars 2026"]],
  ["unfinished", ["Fx", "Rejected", "Dropped", "Väntelista", "Nekad", "Återbud", "Ongoing"]],
  ["unknown", ["Nordisk", "Se bilaga", "???", "Grön", "Yellow", "Online"]],
] as const)("a course is %s whose status is %j", (completion, statuses) => {
  expect(statuses.map((status) => completionOf(status))).toEqual(statuses.map(() => completion));
});

test("what was agreed on is a result, a status or a seat, as its heading says", () => {
  const as = (heading: "plain" | "enrolment" | "result", ...cells: string[]) =>
    cells.map((cell) => completionOf(cell, heading));
  expect(as("result", "Approved", "Bekräftad", "Godkänd", "Ja")).toEqual(
    Array(4).fill("completed"),
  );
  expect(as("plain", "Approved", "Bekräftad", "Godkänd", "Ja")).toEqual([
    ...["unknown", "unknown", "completed", "completed"],
  ]);
  expect(as("enrolment", "Approved", "Godkänd", "Ja", "Klar", "1")).toEqual(
    Array(5).fill("unknown"),
  );
  expect(as("enrolment", "Completed", "Slutförd", "Avbokad")).toEqual([
    ...["completed", "completed", "unfinished"],
  ]);
});

test("a cell of any column says that something wasn't completed in known words alone", () => {
  const said = ["Avbokad", "Ej påbörjad", "No show", "In progress", "Avbruten", "Did not attend"];
  const more = ["Cancelled", "Dropped", "Underkänd", "Ej godkänd", "Inte slutfört", "Utebliven"];
  const none = ["Missbruksenheten", "Planeringsenheten", "Nej", "No", "F", "0", "Not applicable"];
  const others = ["Bokad via mejl", "Planering", "Ingen", "Ej angivet", "Anmälningsmottagningen"];
  expect([...said, ...more].filter((cell) => !saysUnfinished(cell))).toEqual([]);
  expect([...none, ...others].filter(saysUnfinished)).toEqual([]);
  const way = ["Bokad", "In progress", "Registered", "Avbokad", "Failed", "Not started"];
  expect(way.map(isOnTheWay)).toEqual([true, true, true, false, false, false]);
});

test("a status of any length is read in one go", () => {
  expect(completionOf("aaa ".repeat(200_000))).toBe("unknown");
});
