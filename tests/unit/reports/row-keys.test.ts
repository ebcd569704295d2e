import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { keyRows } from "~/features/reports/freezing/row-keys.server";
import type { WrittenRow } from "~/features/reports/payload/report-rows.queries.server";

/** Somebody's part in a hand-over of a method. */
function part(person: string, under: string, day: string): WrittenRow {
  const facts = { isLearner: true, heldOn: day };
  const ids = { id: `h:${person}`, under, person };
  return { kind: "part", ...ids, day, source: null, facts, words: "" };
}

test("rows stand by method, day and key, whatever the order of the people's ids", () => {
  const people = Array.from({ length: 12 }, () => randomUUID()).toSorted();
  const written = [
    part(people[0] ?? "", "b", "2013-01-01"),
    part(people[0] ?? "", "a", "2013-02-01"),
    ...people.map((person) => part(person, "a", "2013-01-01")),
  ];
  const { rows } = keyRows(written);
  const places = rows.map(({ under, day, id }) => `${under} ${day} ${id}`);
  expect(places).toEqual(places.toSorted());
  expect(rows.map(({ person }) => person)).not.toContain(people[0]);
});
