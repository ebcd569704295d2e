import { expect, test } from "vitest";
import type { Viewer } from "~/features/access/viewer";
import { can, canPlaceIn, projectReach } from "~/features/funding/projects/projects.policy";
import { makeViewer } from "../../factories/viewer";

const project = { id: "p1", authorityId: "a1" };

type Case = { who: string; given: Partial<Viewer>; see: boolean; change: boolean; setUp: boolean };

const cases: Case[] = [
  {
    who: "its manager",
    given: { roles: ["manager"], managedProjectIds: ["p1"] },
    see: true,
    change: true,
    setUp: true,
  },
  {
    who: "a manager of other projects",
    given: { roles: ["manager"], managedProjectIds: ["p2"] },
    see: false,
    change: false,
    setUp: false,
  },
  {
    who: "the authority's administrator",
    given: { roles: ["administrator"], authorityId: "a1" },
    see: true,
    change: false,
    setUp: true,
  },
  {
    who: "another authority's administrator",
    given: { roles: ["administrator"], authorityId: "a2" },
    see: false,
    change: false,
    setUp: false,
  },
  {
    who: "an administrator of no authority",
    given: { roles: ["administrator"] },
    see: false,
    change: false,
    setUp: false,
  },
  {
    who: "its funder",
    given: { roles: ["funder"], fundedProjectIds: ["p1"] },
    see: false,
    change: false,
    setUp: false,
  },
  {
    who: "an employee of the authority",
    given: { roles: ["employee"], authorityId: "a1" },
    see: false,
    change: false,
    setUp: false,
  },
];

test.each(cases)(
  "$who: sees $see, changes $change, sets up $setUp",
  ({ given, see, change, setUp }) => {
    const viewer = makeViewer(given);
    expect(can(viewer, "see", project)).toBe(see);
    expect(can(viewer, "change", project)).toBe(change);
    expect(can(viewer, "set-up", project)).toBe(setUp);
    const reach = projectReach(viewer);
    const isReached =
      "ids" in reach ? reach.ids.includes(project.id) : reach.authorityId === project.authorityId;
    expect(isReached).toBe(see);
  },
);

test.each<{ who: string; given: Partial<Viewer>; may: boolean }>([
  { who: "its manager", given: { roles: ["manager"], managedUnitIds: ["u1"] }, may: true },
  { who: "another's manager", given: { roles: ["manager"], managedUnitIds: ["u2"] }, may: false },
  { who: "an administrator", given: { roles: ["administrator"], authorityId: "a1" }, may: true },
  { who: "a foreign one", given: { roles: ["administrator"], authorityId: "a2" }, may: false },
  {
    who: "a project manager",
    given: { roles: ["project_manager"], authorityId: "a1" },
    may: false,
  },
])("$who of a unit may place a project there: $may", ({ given, may }) => {
  expect(canPlaceIn(makeViewer(given), { id: "u1", authorityId: "a1" })).toBe(may);
});
