import { expect, test } from "vitest";
import { mappingOf } from "../../../scripts/import/column-options";

const header = ["Namn", "Kurs", "Vilken dag", "Timmar"];

test("without options the headings decide", () => {
  expect(mappingOf(header, [])).toEqual(["name", "title", null, "hours"]);
});

test("an option says what a column means, and takes the meaning from another", () => {
  expect(mappingOf(header, ["vilken dag=date"])).toEqual(["name", "title", "date", "hours"]);
  expect(mappingOf(header, ["Vilken dag=hours"])).toEqual(["name", "title", "hours", null]);
  expect(mappingOf(header, ["Timmar=ignore"])).toEqual(["name", "title", null, "ignore"]);
  expect(mappingOf(["a=b"], ["a=b=title"])).toEqual(["title"]);
});

test.each(["Finns inte=date", "Vilken dag=when", "Vilken dag"])(
  "%s is refused in words",
  (option) => {
    expect(() => mappingOf(header, [option])).toThrow(`--map ${option}: `);
  },
);
