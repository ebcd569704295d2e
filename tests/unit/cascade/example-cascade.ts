import type { CascadeInput, HandOver } from "~/features/cascade/rules/cascade-input";

/** A cascade of nobody and nothing, of the last day of 2025, with what the test is about. */
export function exampleCascade(parts: Partial<CascadeInput> = {}): CascadeInput {
  return {
    asOf: "2025-12-31",
    method: { id: "mapping", coreElements: 10 },
    people: [],
    shouldHold: [],
    acquisitions: [],
    mayTeach: {},
    handOvers: [],
    ...parts,
  };
}

/** A hand-over of 2 hours and 8 elements, whose learners confirmed it on its day. */
export function exampleHandOver({
  id,
  date,
  trainers,
  learners,
  ...rest
}: {
  id: string;
  date: string;
  trainers: string[];
  learners: (string | HandOver["learners"][number])[];
  elementsDelivered?: number;
}): HandOver {
  return {
    id,
    date,
    hours: 2,
    trainers,
    elementsDelivered: 8,
    learners: learners.map((learner) =>
      typeof learner === "string" ? { person: learner, confirmed: date } : learner,
    ),
    ...rest,
  };
}

/** ann learned outside in January and may teach from February on. */
export const annMayTeach = {
  acquisitions: [{ person: "ann", date: "2025-01-10" }],
  mayTeach: { ann: "2025-02-01" },
} satisfies Partial<CascadeInput>;
