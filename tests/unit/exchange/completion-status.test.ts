import { expect, test } from "vitest";
import { completionOf } from "~/features/exchange/lists/completion-status";

test.each([
  ["completed", ["", " ", "Genomförd", "Slutfört", "GODKÄND", "Ja", "1", "True", "G", "Passed"]],
  ["completed", ["Completed (100 %)", "Deltog", "Närvarande", "Bekräftad", "Confirmed", "100%"]],
  ["unfinished", ["Ej genomförd", "Inte godkänd", "Uteblev", "Deltog ej", "Scheduled", "Missed"]],
  ["unfinished", ["Ofullständig", "Did not attend", "Overdue", "False", "0", "U", "No-show", "no"]],
  ["unfinished", ["Completed unsuccessfully", "Completed (Failed)", "Avslutad - underkänd"]],
  ["unfinished", ["Avslutad i förtid", "Ogodkänd", "O-godkänd", "Genomförd med frånvaro"]],
  ["completed", ["Godkänd utan anmärkning", "Approved", "Completed - passed"]],
  ["unknown", ["Deltog delvis", "Partially attended"]],
  ["unfinished", ["Not started", "Incomplete", "Väntar på chef", "Taken back", "Tillbakatagen"]],
  ["unknown", ["Nordisk", "Se bilaga", "???", "Grön", "Yellow", "Online"]],
] as const)("a course is %s whose status is %j", (completion, statuses) => {
  expect(statuses.map(completionOf)).toEqual(statuses.map(() => completion));
});

test("a status of any length is read in one go", () => {
  expect(completionOf("aaa ".repeat(200_000))).toBe("unknown");
});
