import { expect, test } from "vitest";
import { ElementsOfDay } from "~/features/cascade/entering/elements-of-day";
import { show } from "../ui/showing";

const always = { startsOn: "1900-01-01", endsBefore: null };
const elements = [
  { id: "kept", name: "Sök", ...always },
  { id: "ended", name: "Karta", startsOn: "1900-01-01", endsBefore: "2013-10-01" },
  { id: "begun", name: "Etik", startsOn: "2013-10-01", endsBefore: null },
];

function shown(day: string, all = elements) {
  const props = { elements: all, day, delivered: ["kept", "begun"], state: undefined };
  const html = show(<ElementsOfDay {...props} />);
  return {
    ticked: [...html.matchAll(/<input[^>]*>/g)].map(
      ([input]) => `${/value="(\w+)"/.exec(input)?.[1]}${input.includes("checked") ? " x" : ""}`,
    ),
    text: html,
  };
}

test("the form offers the elements of the chosen day, and says which day that is", () => {
  const before = shown("2013-09-30");
  expect(before.ticked).toEqual(["kept x", "ended"]);
  expect(before.text).toContain("30 september 2013");
  const after = shown("2013-10-01");
  expect(after.ticked).toEqual(["kept x", "begun x"]);
  expect(after.text).toContain("1 oktober 2013");
  // Also where all of them are of the day: without a script it is today's that are offered.
  expect(
    shown(
      "2013-10-01",
      elements.filter(({ id }) => id !== "ended"),
    ).text,
  ).toContain("1 oktober 2013");
});

test("where the elements have always been the same, no day is told", () => {
  const { ticked, text } = shown("2013-10-01", elements.slice(0, 1));
  expect(ticked).toEqual(["kept x"]);
  expect(text).not.toContain("2013");
});

test("a method without elements says so, and one that had none on the day too", () => {
  expect(shown("2013-10-01", []).text).toContain("Metoden har inga kärnmoment");
  const later = shown("2013-09-30", elements.slice(2));
  expect(later.ticked).toEqual([]);
  expect(later.text).toContain("Metoden hade inga kärnmoment 30 september 2013");
});
