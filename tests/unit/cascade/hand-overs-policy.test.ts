import { expect, test } from "vitest";
import { can, canEnter, type HandOverVerb } from "~/features/cascade/hand-overs/hand-overs.policy";
import type { Viewer } from "~/features/access/viewer";
import { makeViewer } from "../../factories/viewer";

const handOver = {
  authorityId: "authority",
  enteredById: "enterer",
  projectId: "project",
  trainers: [{ personId: "ann", unitIds: ["unit"] }],
  learners: [{ personId: "bo", unitIds: ["other-unit"] }],
};

const viewers: [string, Partial<Viewer>, HandOverVerb[]][] = [
  ["the trainer", { personId: "ann" }, ["see", "withdraw"]],
  ["the learner", { personId: "bo" }, ["see", "answer"]],
  ["who entered it", { accountId: "enterer" }, ["see", "withdraw"]],
  ["the trainer's manager", { managedUnitIds: ["unit"] }, ["see", "withdraw"]],
  ["the learner's manager", { managedUnitIds: ["other-unit"] }, ["see"]],
  ["the project's manager", { managedProjectIds: ["project"] }, ["see"]],
  ["an administrator", { roles: ["administrator"] }, ["see"]],
  ["a colleague", { personId: "cia" }, []],
  ["nobody of the staff", { personId: null }, []],
  ["somebody of another authority", { personId: "ann", authorityId: "elsewhere" }, []],
];

test.each(viewers)("%s", (_who, given, allowed) => {
  const viewer = makeViewer({ authorityId: "authority", ...given });
  const verbs = (["see", "answer", "withdraw"] as const).filter((verb) =>
    can(viewer, verb, handOver),
  );
  expect(verbs).toEqual(allowed);
});

test("a trainer or a trainer's manager enters", () => {
  const trainers = handOver.trainers;
  expect(canEnter(makeViewer({ personId: "ann" }), trainers)).toBe(true);
  expect(canEnter(makeViewer({ managedUnitIds: ["unit"] }), trainers)).toBe(true);
  expect(canEnter(makeViewer({ personId: "bo" }), trainers)).toBe(false);
  expect(canEnter(makeViewer({ personId: "ann" }), [])).toBe(false);
});
