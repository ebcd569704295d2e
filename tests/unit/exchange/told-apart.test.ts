import { expect, test } from "vitest";
import { toldApart } from "~/features/exchange/lists/told-apart.server";

const namesake = (id: string, note: string, email: string | null = null) => ({
  ...{ id, note, email, name: "Karin Berg", placements: [] },
});
const people = [
  namesake("1", "Vård, omsorg, 2020-01-01–, 1"),
  namesake("2", "Skolan, 2020-01-01–, 2"),
  namesake("3", "Skolan, 2021-01-01–, 3", "karin@example.se"),
];
const told = (text: string) => toldApart(people, text).map(({ id }) => id);

test("namesakes are told apart by address, by the whole note or by a part of it", () => {
  expect(told("Karin@Example.se")).toEqual(["3"]);
  expect(told("Skolan, 2020-01-01–, 2")).toEqual(["2"]);
  expect(told("Karin Berg (Skolan, 2020-01-01–, 2)")).toEqual(["2"]);
  expect(told("vård, omsorg")).toEqual(["1"]);
  expect(told("2")).toEqual(["2"]);
});

test("what several have tells none of them, and what none has is nobody's", () => {
  expect(told("skolan")).toEqual(["2", "3"]);
  expect(told("omsor")).toEqual([]);
  expect(told("")).toEqual([]);
});
