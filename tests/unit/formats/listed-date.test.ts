import { expect, test } from "vitest";
import { parseListedDate } from "~/formats/listed-date";

test.each([
  ["2026-03-02", "2026-03-02"],
  ["2026-03-02 00:00:00", "2026-03-02"],
  ["2026-03-02T08:00:00", "2026-03-02"],
  ["2026-03-02T08:00:00.000", "2026-03-02"],
  ["2026-03-02 08:00", "2026-03-02"],
  ["2026-03-02 kl. 08.30", "2026-03-02"],
  ["20260302 0800", "2026-03-02"],
  ["20260302T080000", "2026-03-02"],
  ["2026-03-01T23:00:00Z", "2026-03-02"],
  ["2026-06-30T22:00:00.000Z", "2026-07-01"],
  ["2026-03-02T00:00:00+01:00", "2026-03-02"],
  ["2026-03-02T00:00:00+0100", "2026-03-02"],
  ["46083", "2026-03-02"],
  ["46083,354", "2026-03-02"],
  ["13/02/2026", "2026-02-13"],
  ["02/13/2026", "2026-02-13"],
  ["02/13/2026 10:15 AM", "2026-02-13"],
  ["04/04/2026", "2026-04-04"],
  ["3/4 2026", "2026-04-03"],
  ["03.04.2026", "2026-04-03"],
  ["03.04.2026 08:15", "2026-04-03"],
  ["2 mars 2026", "2026-03-02"],
  ["2-Mar-2026", "2026-03-02"],
  ["March 2, 2026", "2026-03-02"],
  ["Mar 2, 2026, 8:30 PM", "2026-03-02"],
  ["Monday, 2 March 2026, 8:30 AM", "2026-03-02"],
  ["mån 2 mars 2026", "2026-03-02"],
  ["2026-03-02 09:15:00 UTC", "2026-03-02"],
  ["2026-03-01 23:30:00 UTC", "2026-03-02"],
  ["2026-03-01 11:30 PM GMT", "2026-03-02"],
  ["2026-03-02 00:15 CET", "2026-03-02"],
  ["2026-07-02 00:15 CEST", "2026-07-02"],
  ["Mar 2 2026 10:15 AM Europe/Stockholm", "2026-03-02"],
  ["Mon Mar 02 2026 10:15:00 GMT+0100", "2026-03-02"],
  ["Mon Mar 02 2026 00:15:00 GMT+0100 (centraleuropeisk normaltid)", "2026-03-02"],
  ["Mon, 02 Mar 2026 23:15:00 -0500", "2026-03-03"],
  ["02-mar-26", "2026-03-02"],
  ["2-MAJ-26", "2026-05-02"],
  ["13-02-2026", "2026-02-13"],
  ["02-13-2026", "2026-02-13"],
  ["03/16/26", "2026-03-16"],
  ["4/21/26 10:02:00", "2026-04-21"],
  ["4/21/26, 10:02 AM", "2026-04-21"],
  ["02.03.26", "2026-03-02"],
  ["26-03-02", "2026-03-02"],
  ["260316", "2026-03-16"],
  ["261231", "2026-12-31"],
  ["2/3-26", "2026-03-02"],
  ["2/3 26", "2026-03-02"],
  ["2 mar -26", "2026-03-02"],
  ["02Mar26", "2026-03-02"],
])("%s is %s", (text, date) => {
  expect(parseListedDate(text, null)).toEqual({ ok: true, date });
});

test("what may be two days is asked, and read as it was answered", () => {
  expect(parseListedDate("03/04/2026", null)).toEqual({ ok: false, reason: "ambiguous" });
  expect(parseListedDate("3/4/2026 08:00", null)).toEqual({ ok: false, reason: "ambiguous" });
  expect(parseListedDate("03-04-2026", null)).toEqual({ ok: false, reason: "ambiguous" });
  expect(parseListedDate("04-03-2026 10:15", null)).toEqual({ ok: false, reason: "ambiguous" });
  expect(parseListedDate("03-04-2026", "month-first")).toMatchObject({ date: "2026-03-04" });
  expect(parseListedDate("03/04/2026", "day-first")).toMatchObject({ date: "2026-04-03" });
  expect(parseListedDate("03/04/2026", "month-first")).toMatchObject({ date: "2026-03-04" });
  expect(parseListedDate("13/04/2026", "month-first")).toMatchObject({ date: "2026-04-13" });
  expect(parseListedDate("03/04/26", null)).toEqual({ ok: false, reason: "ambiguous" });
  expect(parseListedDate("03/04/26", "month-first")).toMatchObject({ date: "2026-03-04" });
  for (const text of ["26-03-16", "16/03/26", "26.03.16", "31/12/26"]) {
    expect(parseListedDate(text, null)).toEqual({ ok: false, reason: "ambiguous" });
  }
  expect(parseListedDate("26-03-16", "year-first")).toMatchObject({ date: "2026-03-16" });
  expect(parseListedDate("26-03-16", "day-first")).toMatchObject({ date: "2016-03-26" });
  expect(parseListedDate("16/03/26", "day-first")).toMatchObject({ date: "2026-03-16" });
  expect(parseListedDate("03/04/2026", "year-first")).toMatchObject({ reason: "ambiguous" });
});

test.each([
  ["", "empty"],
  ["2026-02-30 00:00:00", "does-not-exist"],
  ["12345", "unreadable"],
  ["99999", "unreadable"],
  ["03/04/05", "unreadable"],
  ["050403", "unreadable"],
  ["100000", "unreadable"],
  ["260230", "does-not-exist"],
  ["03/32/26", "does-not-exist"],
  ["imorgon", "unreadable"],
  ["2026-03-02 10:15 EST", "unreadable"],
  ["08:00", "unreadable"],
  ["9999-01-01T00:00:00", "out-of-bounds"],
])("%j is none: %s", (text, reason) => {
  expect(parseListedDate(text, null)).toEqual({ ok: false, reason });
});
