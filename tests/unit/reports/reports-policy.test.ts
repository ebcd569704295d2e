import { expect, test } from "vitest";
import type { Viewer } from "~/features/access/viewer";
import { can, reportReach } from "~/features/reports/reports.policy";
import { makeViewer } from "../../factories/viewer";

const report = { projectId: "p", authorityId: "a", isShared: false };
const shared = { ...report, isShared: true };

const people: [string, Partial<Viewer>, boolean, boolean][] = [
  ["manager", { roles: ["manager"], managedProjectIds: ["p"] }, true, true],
  ["project manager", { roles: ["project_manager"], managedProjectIds: ["p"] }, true, true],
  ["administrator", { roles: ["administrator"], authorityId: "a" }, true, false],
  ["administrator elsewhere", { roles: ["administrator"], authorityId: "b" }, false, false],
  ["manager elsewhere", { roles: ["manager"], managedProjectIds: ["q"] }, false, false],
  ["funder", { roles: ["funder"], fundedProjectIds: ["p"] }, false, false],
  ["employee", { roles: ["employee"], authorityId: "a" }, false, false],
];
test.each(people)("a draft and a %s", (_name, given, reads, writes) => {
  const viewer = makeViewer(given);
  expect([can(viewer, "read", report), can(viewer, "write", report)]).toEqual([reads, writes]);
});

test("a funder reads what is shared of funded projects, and writes nothing", () => {
  const funder = makeViewer({ roles: ["funder"], fundedProjectIds: ["p"] });
  expect(can(funder, "read", shared)).toBe(true);
  expect(can(funder, "read", { ...shared, projectId: "q" })).toBe(false);
  expect(can(funder, "write", shared)).toBe(false);
});

test("only the role of a funder opens shared reports", () => {
  const employee = makeViewer({ roles: ["employee"], fundedProjectIds: ["p"] });
  expect(can(employee, "read", shared)).toBe(false);
  expect(reportReach(employee)).toEqual({ all: { ids: [] }, sharedOf: [] });
});
