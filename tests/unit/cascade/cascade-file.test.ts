import fc from "fast-check";
import { expect, test } from "vitest";

import { type FileProblem, readCascadeFile } from "~/features/cascade/spread/cascade-file.schema";
import { arbitraryCascade } from "./arbitrary-cascade";
import { twoLearners } from "./two-learners";

test("a file of the right shape is read as it stands", () => {
  const { input } = twoLearners();

  expect(readCascadeFile(JSON.stringify(input))).toEqual({ ok: true, input });
});

test("every cascade that the rules give a meaning is read", () => {
  fc.assert(
    fc.property(arbitraryCascade, (input) => {
      expect(readCascadeFile(JSON.stringify(input))).toEqual({ ok: true, input });
    }),
  );
});

test("a byte-order mark and keys of other programs are no fault", () => {
  const { input } = twoLearners();
  const text = `\uFEFF${JSON.stringify({ ...input, exportedBy: "somebody" })}`;

  expect(readCascadeFile(text)).toEqual({ ok: true, input });
});

test.each([
  ["unlisted people everywhere", { people: [] }],
  ["nobody at all", { people: [], shouldHold: [], acquisitions: [], mayTeach: {}, handOvers: [] }],
  ["several acquisitions of one person", { acquisitions: [acquired("p1"), acquired("p1")] }],
  ["hours in parts", { handOvers: [handOver({ hours: 1.5 })] }],
  ["no hours, trainers or learners", { handOvers: [handOver({ hours: 0, trainers: [] })] }],
  ["a confirmation dated before the hand-over", { handOvers: [confirmedOn("2025-01-01")] }],
  ["29 February of a leap year", { asOf: "2028-02-29" }],
  ["ids that every object answers to", { mayTeach: { constructor: "2025-01-01" } }],
])("allowed: %s", (_what, change) => {
  const read = readCascadeFile(JSON.stringify({ ...twoLearners().input, ...change }));

  expect(read).toMatchObject({ ok: true, input: change });
});

test.each<[string, object, FileProblem[]]>([
  ["a key that is missing", { asOf: undefined }, [{ path: "asOf", message: "is missing" }]],
  [
    "a day that is no day",
    { people: [{ id: "p1", joined: "2026-02-30", left: null }] },
    [{ path: "people[0].joined", message: notADay("2026-02-30") }],
  ],
  [
    "29 February of a common year",
    { asOf: "2026-02-29" },
    [{ path: "asOf", message: notADay("2026-02-29") }],
  ],
  [
    "days that nobody can mean",
    { asOf: "9999-12-31", people: [{ id: "p1", joined: "0001-01-01", left: null }] },
    [
      { path: "asOf", message: "must lie from 1900-01-01 to 2199-12-31" },
      { path: "people[0].joined", message: "must lie from 1900-01-01 to 2199-12-31" },
    ],
  ],
  [
    "a time of day",
    { acquisitions: [{ person: "p1", date: "2025-01-01T00:00:00Z" }] },
    [{ path: "acquisitions[0].date", message: notADay("2025-01-01T00:00:00Z") }],
  ],
  [
    "a leaving day left out instead of null",
    { people: [{ id: "p1", joined: "2025-01-01" }] },
    [{ path: "people[0].left", message: "is missing" }],
  ],
  [
    "an odd day of clearance",
    { mayTeach: { "p 1": "2025-13-01", p2: null } },
    [
      { path: 'mayTeach["p 1"]', message: notADay("2025-13-01") },
      { path: "mayTeach.p2", message: "null is not a day of the calendar (YYYY-MM-DD)" },
    ],
  ],
  [
    "an id that isn't ASCII",
    { shouldHold: ["p1", "åsa", ""], mayTeach: { åsa: "2025-01-01" } },
    [
      { path: "shouldHold[1]", message: "must be one or more printable ASCII characters" },
      { path: "shouldHold[2]", message: "must be one or more printable ASCII characters" },
      { path: 'mayTeach["åsa"]', message: '"åsa" is not an id (printable ASCII characters)' },
    ],
  ],
  [
    "an id that a record cannot keep",
    { shouldHold: ["__proto__"] },
    [{ path: "shouldHold[0]", message: 'must not be "__proto__"' }],
  ],
  [
    "negative numbers",
    { handOvers: [handOver({ hours: -1, elementsDelivered: -1 })] },
    [
      { path: "handOvers[0].hours", message: "must not be negative" },
      { path: "handOvers[0].elementsDelivered", message: "must not be negative" },
    ],
  ],
  [
    "half an element, and hours in words",
    { handOvers: [handOver({ hours: "2", elementsDelivered: 1.5 })] },
    [
      { path: "handOvers[0].hours", message: "must be a number" },
      { path: "handOvers[0].elementsDelivered", message: "must be a whole number" },
    ],
  ],
  [
    "more elements than the method has",
    {
      handOvers: [
        handOver({ elementsDelivered: 12 }),
        handOver({ id: "h2", elementsDelivered: 13 }),
      ],
    },
    [
      {
        path: "handOvers[1].elementsDelivered",
        message: "13 is more than the method's 12 core elements",
      },
    ],
  ],
  [
    "half an element of a hand-over's own day",
    { handOvers: [handOver({ coreElements: 11.5 })] },
    [{ path: "handOvers[0].coreElements", message: "must be a whole number" }],
  ],
  [
    "more elements than the method had on the hand-over's own day",
    {
      handOvers: [
        handOver({ elementsDelivered: 13, coreElements: 13 }),
        handOver({ id: "h2", elementsDelivered: 5, coreElements: 4 }),
      ],
    },
    [
      {
        path: "handOvers[1].elementsDelivered",
        message: "5 is more than the method's 4 core elements",
      },
    ],
  ],
  [
    "one id for two people, two hand-overs, two places in the group",
    {
      people: ["p1", "p2", "p1"].map((id) => ({ id, joined: "2025-01-01", left: null })),
      shouldHold: ["p1", "p1"],
      handOvers: [handOver(), handOver()],
    },
    [
      { path: "people[2].id", message: '"p1" stands at people[0].id already' },
      { path: "shouldHold[1]", message: '"p1" stands at shouldHold[0] already' },
      { path: "handOvers[1].id", message: '"h1" stands at handOvers[0].id already' },
    ],
  ],
  [
    "other kinds of values",
    { people: {}, mayTeach: [], handOvers: [null], method: "m1", shouldHold: [1] },
    [
      { path: "method", message: "must be an object" },
      { path: "people", message: "must be a list" },
      { path: "shouldHold[0]", message: "must be a string" },
      { path: "mayTeach", message: "must be an object" },
      { path: "handOvers[0]", message: "must be an object" },
    ],
  ],
])("refused: %s", (_what, change, problems) => {
  const read = readCascadeFile(JSON.stringify({ ...twoLearners().input, ...change }));

  expect(read).toEqual({ ok: false, problems });
});

test.each(["", "{", "asOf: 2025-01-01"])("refused: %j, which isn't JSON", (text) => {
  const read = readCascadeFile(text);

  expect(read).toMatchObject({ ok: false, problems: [{ path: "" }] });
  expect(JSON.stringify(read)).toContain("is not JSON: ");
});

test.each(["null", "[]", "3"])("refused: %s, which is JSON of another shape", (text) => {
  expect(readCascadeFile(text)).toEqual({
    ok: false,
    problems: [{ path: "", message: "must be an object" }],
  });
});

test("what nests without end is named, not shown", () => {
  const nested = "[".repeat(50_000) + "]".repeat(50_000);
  const text = JSON.stringify({ ...twoLearners().input, asOf: 0 }).replace(
    '"asOf":0',
    `"asOf":${nested}`,
  );
  const message = "a list is not a day of the calendar (YYYY-MM-DD)";
  expect(readCascadeFile(text)).toEqual({ ok: false, problems: [{ path: "asOf", message }] });
});

function notADay(text: string): string {
  return `${JSON.stringify(text)} is not a day of the calendar (YYYY-MM-DD)`;
}

function acquired(person: string): object {
  return { person, date: "2025-01-01" };
}

function handOver(change: object = {}): object {
  return {
    id: "h1",
    date: "2025-04-02",
    hours: 2,
    trainers: ["p1"],
    elementsDelivered: 10,
    learners: [],
    ...change,
  };
}

function confirmedOn(confirmed: string): object {
  return handOver({ learners: [{ person: "p2", confirmed }] });
}
