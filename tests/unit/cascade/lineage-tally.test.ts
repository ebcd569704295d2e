import { expect, test } from "vitest";
import { tallyOf } from "~/features/cascade/history/lineage-tally.server";

const place = { competence_id: "m", circle_id: "c" };

/** What the rows of a generation add up to when a day has ended. */
function on(rows: ReturnType<typeof tallyOf>, generation: number, day: string) {
  const until = rows.filter((row) => row.generation === generation && row.day <= day);
  const sum = (name: "people" | "taught" | "learned" | "hand_overs" | "delivered" | "possible") =>
    until.reduce((total, row) => total + row[name], 0);
  return {
    ...{ people: sum("people"), taught: sum("taught"), learned: sum("learned") },
    ...{ handOvers: sum("hand_overs"), delivered: sum("delivered"), possible: sum("possible") },
  };
}

const nobody = { people: 0, taught: 0, learned: 0, handOvers: 0, delivered: 0, possible: 0 };

test("somebody who is of one generation and then of another is counted once, on every day", () => {
  const person = { ...place, hand_over_id: "h", taught_from: "2013-03-01" };
  const rows = tallyOf({
    people: [
      { ...person, generation: 2, known_from: "2013-02-01", known_until: "2013-05-01" },
      { ...person, generation: 1, known_from: "2013-05-01", known_until: null },
    ],
    handOvers: [],
  });
  const counted = { ...nobody, people: 1, learned: 1 };
  expect(on(rows, 2, "2013-02-28")).toEqual(counted);
  expect(on(rows, 2, "2013-04-30")).toEqual({ ...counted, taught: 1 });
  expect(on(rows, 1, "2013-04-30")).toEqual(nobody);
  expect(on(rows, 2, "2013-05-01")).toEqual(nobody);
  expect(on(rows, 1, "2013-05-01")).toEqual({ ...counted, taught: 1 });
});

test("who has taught since after a stretch has taught in no day of it", () => {
  const person = { ...place, generation: 0, hand_over_id: null, taught_from: "2013-06-01" };
  const rows = tallyOf({
    people: [{ ...person, known_from: "2013-02-01", known_until: "2013-05-01" }],
    handOvers: [],
  });
  expect(on(rows, 0, "2013-04-30")).toEqual({ ...nobody, people: 1 });
  expect(on(rows, 0, "2013-07-01")).toEqual(nobody);
});

test("a hand-over is counted while it counts, with its elements", () => {
  const elements = { delivered: 2, possible: 3 };
  const rows = tallyOf({
    people: [],
    handOvers: [
      {
        ...place,
        ...elements,
        generation: null,
        known_from: "2013-02-01",
        known_until: "2013-03-01",
      },
      { ...place, ...elements, generation: 1, known_from: "2013-03-01", known_until: null },
    ],
  });
  expect(on(rows, 1, "2013-02-28")).toEqual(nobody);
  expect(on(rows, 1, "2013-03-01")).toEqual({ ...nobody, handOvers: 1, ...elements });
});
