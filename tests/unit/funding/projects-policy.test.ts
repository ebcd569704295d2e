import { expect, test } from "vitest";
import type { Viewer } from "~/features/access/viewer";
import { can, projectReach } from "~/features/funding/projects.policy";
import { makeViewer } from "../../factories/viewer";

const project = { id: "p1", authorityId: "a1" };

type Case = { who: string; given: Partial<Viewer>; see: boolean; change: boolean };

const cases: Case[] = [
  {
    who: "its manager",
    given: { roles: ["manager"], managedProjectIds: ["p1"] },
    see: true,
    change: true,
  },
  {
    who: "a manager of other projects",
    given: { roles: ["manager"], managedProjectIds: ["p2"] },
    see: false,
    change: false,
  },
  {
    who: "the authority's administrator",
    given: { roles: ["administrator"], authorityId: "a1" },
    see: true,
    change: false,
  },
  {
    who: "another authority's administrator",
    given: { roles: ["administrator"], authorityId: "a2" },
    see: false,
    change: false,
  },
  {
    who: "an administrator of no authority",
    given: { roles: ["administrator"] },
    see: false,
    change: false,
  },
  {
    who: "its funder",
    given: { roles: ["funder"], fundedProjectIds: ["p1"] },
    see: false,
    change: false,
  },
  {
    who: "an employee of the authority",
    given: { roles: ["employee"], authorityId: "a1" },
    see: false,
    change: false,
  },
];

test.each(cases)("$who: sees $see, changes $change", ({ given, see, change }) => {
  const viewer = makeViewer(given);
  expect(can(viewer, "see", project)).toBe(see);
  expect(can(viewer, "change", project)).toBe(change);
  const reach = projectReach(viewer);
  const isReached =
    "ids" in reach ? reach.ids.includes(project.id) : reach.authorityId === project.authorityId;
  expect(isReached).toBe(see);
});
