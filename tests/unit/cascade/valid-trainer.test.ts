import { expect, test } from "vitest";

import { mayPassOn, trainerRefusalOn } from "~/features/cascade/rules/valid-trainer";

test.each([
  { acquiredOn: "2025-03-01", mayTeachFrom: "2025-03-01", refusal: null },
  { acquiredOn: "2025-03-01", mayTeachFrom: "2025-03-10", refusal: null },
  { acquiredOn: "2025-03-09", mayTeachFrom: "2025-01-01", refusal: null },
  { acquiredOn: "2025-03-10", mayTeachFrom: "2025-03-01", refusal: "not-acquired-before" },
  { acquiredOn: "2025-03-11", mayTeachFrom: "2025-03-01", refusal: "not-acquired-before" },
  { acquiredOn: null, mayTeachFrom: "2025-03-01", refusal: "not-acquired" },
  { acquiredOn: null, mayTeachFrom: null, refusal: "not-acquired" },
  { acquiredOn: "2025-03-01", mayTeachFrom: "2025-03-11", refusal: "not-cleared" },
  { acquiredOn: "2025-03-01", mayTeachFrom: null, refusal: "not-cleared" },
])(
  "on 10 March, acquired $acquiredOn and cleared $mayTeachFrom: $refusal",
  ({ refusal, ...record }) => {
    expect(trainerRefusalOn("2025-03-10", record)).toBe(refusal);
  },
);

test.each([
  [{ acquiredOn: "2025-03-10", mayTeachFrom: "2025-03-10" }, true],
  [{ acquiredOn: "2025-03-11", mayTeachFrom: "2025-03-01" }, false],
  [{ acquiredOn: "2025-03-01", mayTeachFrom: "2025-03-11" }, false],
  [{ acquiredOn: null, mayTeachFrom: "2025-03-01" }, false],
  [{ acquiredOn: "2025-03-01", mayTeachFrom: null }, false],
])("who may pass it on from 10 March on: %o", (record, may) => {
  expect(mayPassOn("2025-03-10", record)).toBe(may);
});
