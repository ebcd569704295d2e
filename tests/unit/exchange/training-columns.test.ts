import { expect, test } from "vitest";
import {
  guessColumns,
  mappingFaults,
  mappingFrom,
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

test("each meaning goes to one column, the first that fits", () => {
  expect(guessColumns(["Datum", "Slutdatum", "Kurs", "Utbildning"])).toEqual([
    "date",
    null,
    "title",
    null,
  ]);
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
