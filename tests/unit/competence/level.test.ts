import { expect, test } from "vitest";
import {
  basisOf,
  isCarrier,
  isHolder,
  knownOn,
  type Attested,
} from "~/features/competence/rules/confirmed-level";

const basic: Attested = {
  level: 1,
  observed: false,
  source: "course",
  attestedOn: "2024-03-01",
};
const independent: Attested = { ...basic, level: 3, attestedOn: "2024-06-01" };
const watchedWithSupport: Attested = {
  level: 2,
  observed: true,
  source: "manager",
  attestedOn: "2024-09-01",
};
const teachBack: Attested = {
  level: null,
  observed: true,
  source: "teach_back",
  attestedOn: "2024-12-01",
};
const canTeach: Attested = { ...basic, level: 4, source: "manager", attestedOn: "2025-02-01" };

test.each([
  { day: "2024-02-29", level: 0, observed: 0 },
  { day: "2024-03-01", level: 1, observed: 0 },
  { day: "2024-05-31", level: 1, observed: 0 },
  { day: "2024-06-01", level: 3, observed: 0 },
  { day: "2024-08-31", level: 3, observed: 0 },
  { day: "2024-09-01", level: 3, observed: 2 },
  { day: "2024-12-01", level: 3, observed: 2 },
  { day: "2025-02-01", level: 4, observed: 2 },
])("on $day: level $level, of which observed $observed", ({ day, level, observed }) => {
  const attestations = [canTeach, teachBack, watchedWithSupport, independent, basic];

  expect(knownOn(day, attestations)).toMatchObject({ level, observed });
});

test("nobody is confirmed at anything without an attestation", () => {
  expect(knownOn("2026-01-01", [])).toEqual({ level: 0, observed: 0, clearedSince: null });
});

test.each([
  { told: "level 3 alone", attestations: [independent], since: null },
  { told: "nothing", attestations: [], since: null },
  { told: "level 4", attestations: [independent, canTeach], since: "2025-02-01" },
  { told: "a teach-back", attestations: [basic, teachBack], since: "2024-12-01" },
  { told: "a teach-back before level 4", attestations: [canTeach, teachBack], since: "2024-12-01" },
  {
    told: "level 4 before a teach-back",
    attestations: [{ ...canTeach, attestedOn: "2024-01-01" }, teachBack],
    since: "2024-01-01",
  },
])("$told clears to teach since $since", ({ attestations, since }) => {
  expect(knownOn("2026-01-01", attestations).clearedSince).toBe(since);
  if (since) expect(knownOn("2023-12-31", attestations).clearedSince).toBeNull();
});

test.each([
  { known: { level: 0, clearedSince: "2024-12-01" }, carries: false },
  { known: { level: 1, clearedSince: null }, carries: false },
  { known: { level: 1, clearedSince: "2024-12-01" }, carries: true },
] as const)("$known may hand on: $carries", ({ known, carries }) => {
  expect(isCarrier(known)).toBe(carries);
});

test("who is above the level holds it, and a level is watched when all of it was", () => {
  const asked = [1, 2, 3] as const;
  expect(asked.map((level) => isHolder({ level: 2 }, level))).toEqual([true, true, false]);
  expect(basisOf({ level: 3, observed: 3 })).toBe("observed");
  expect(basisOf({ level: 3, observed: 2 })).toBe("confirmed");
  expect(basisOf({ level: 0, observed: 0 })).toBe("confirmed");
});
