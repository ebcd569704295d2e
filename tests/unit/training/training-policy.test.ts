import { expect, test } from "vitest";
import type { Viewer } from "~/features/access/viewer";
import { can, type TrainingVerb } from "~/features/training/records/training.policy";
import type {
  TrainingKind,
  TrainingStatus,
  TrainingSubject,
} from "~/features/training/records/training-record";
import { makeViewer } from "../../factories/viewer";

const course: TrainingSubject = {
  authorityId: "city",
  personId: "anna",
  unitIds: ["outreach"],
  kind: "course",
  status: "submitted",
};

const anna = makeViewer({ authorityId: "city", personId: "anna", unitId: "outreach" });
const colleague = makeViewer({ authorityId: "city", personId: "bo", unitId: "outreach" });
const manager = makeViewer({
  authorityId: "city",
  personId: "mia",
  roles: ["manager"],
  managedUnitIds: ["outreach"],
});
const otherManager = makeViewer({
  authorityId: "city",
  personId: "olle",
  roles: ["manager"],
  managedUnitIds: ["finance"],
});
const annaAsManager = { ...manager, personId: "anna" };
const administrator = makeViewer({ authorityId: "city", roles: ["administrator"] });
const administratorElsewhere = makeViewer({ authorityId: "town", roles: ["administrator"] });
const funder = makeViewer({ roles: ["funder"], fundedProjectIds: ["p1"] });

const everybody = {
  anna,
  colleague,
  manager,
  otherManager,
  annaAsManager,
  administrator,
  administratorElsewhere,
  funder,
};

function whoCan(verb: TrainingVerb, record: TrainingSubject): string[] {
  return Object.entries<Viewer>(everybody)
    .filter(([, viewer]) => can(viewer, verb, record))
    .map(([name]) => name);
}

test("a record is seen by its owner, their managers and the authority's administrators", () => {
  expect(whoCan("see", course)).toEqual(["anna", "manager", "annaAsManager", "administrator"]);
});

test.each<[TrainingVerb, TrainingKind, TrainingStatus, string[]]>([
  ["decide", "course", "submitted", ["manager"]],
  ["decide", "course", "returned", []],
  ["decide", "course", "approved", []],
  ["decide", "course", "withdrawn", []],
  ["decide", "hand_over", "submitted", []],
  ["decide", "import", "submitted", []],
  ["mend", "course", "returned", ["anna", "annaAsManager"]],
  ["mend", "course", "submitted", []],
  ["mend", "course", "approved", []],
  ["mend", "hand_over", "returned", []],
  ["withdraw", "course", "submitted", ["anna", "annaAsManager"]],
  ["withdraw", "course", "returned", ["anna", "annaAsManager"]],
  ["withdraw", "course", "approved", []],
  ["withdraw", "course", "withdrawn", []],
  ["withdraw", "hand_over", "submitted", []],
  ["take-back", "course", "approved", ["manager"]],
  ["take-back", "import", "approved", ["manager"]],
  ["take-back", "hand_over", "approved", []],
  ["take-back", "course", "submitted", []],
  ["log-again", "course", "withdrawn", ["anna", "annaAsManager"]],
  ["log-again", "import", "withdrawn", ["anna", "annaAsManager"]],
  ["log-again", "hand_over", "withdrawn", []],
  ["log-again", "course", "approved", []],
])("%s of a %s that is %s: %j", (verb, kind, status, who) => {
  expect(whoCan(verb, { ...course, kind, status })).toEqual(who);
});

test("somebody without a person of their own doesn't own the records of nobody", () => {
  const nobody = makeViewer({ personId: null });

  // A record always has a person; null must not match it by accident.
  expect(can(nobody, "see", { ...course, personId: "" })).toBe(false);
});
