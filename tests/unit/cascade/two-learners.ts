import type { CascadeFigures } from "~/features/cascade/rules/cascade-figures";
import type { CascadeInput } from "~/features/cascade/rules/cascade-input";

/** One trained person, two learners of whom one left, a second hand-over nobody confirmed. */
export function twoLearners(): { input: CascadeInput; figures: CascadeFigures } {
  return {
    input: {
      asOf: "2026-11-21",
      method: { id: "m1", coreElements: 12 },
      people: [
        { id: "p1", joined: "2024-01-01", left: null },
        { id: "p2", joined: "2024-01-01", left: null },
        { id: "p3", joined: "2024-01-01", left: "2026-01-31" },
      ],
      shouldHold: ["p1", "p2", "p3"],
      acquisitions: [{ person: "p1", date: "2025-02-03" }],
      mayTeach: { p1: "2025-03-01" },
      handOvers: [
        {
          id: "h1",
          date: "2025-04-02",
          hours: 2,
          trainers: ["p1"],
          elementsDelivered: 10,
          learners: [
            { person: "p2", confirmed: "2025-04-03" },
            { person: "p3", confirmed: "2025-04-05" },
          ],
        },
        {
          id: "h2",
          date: "2025-05-06",
          hours: 1,
          trainers: ["p1"],
          elementsDelivered: 4,
          learners: [{ person: "p2", confirmed: null }],
        },
      ],
    },
    figures: {
      people: {
        p1: { generation: 0, from: null },
        p2: { generation: 1, from: "h1" },
        p3: { generation: 1, from: "h1" },
      },
      reach: { numerator: 2, denominator: 3, beside: 0 },
      activation: { numerator: 1, denominator: 1 },
      reproduction: { learners: 2, trainers: 1 },
      generations: [
        { generation: 0, people: 1, handOvers: 0, delivered: 0, possible: 0 },
        { generation: 1, people: 2, handOvers: 1, delivered: 10, possible: 12 },
      ],
      deadEnds: ["p2", "p3"],
      carriers: ["p1"],
      notCounted: [{ handOver: "h2", reason: "not-confirmed" }],
    },
  };
}
