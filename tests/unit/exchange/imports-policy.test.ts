import { expect, test } from "vitest";
import {
  importReach,
  mayImportLedger,
  mayImportTraining,
  mayUndo,
} from "~/features/exchange/uploads/imports.policy";
import { makeViewer } from "../../factories/viewer";

const project = { id: "p", authorityId: "a" };
const administrator = makeViewer({ roles: ["administrator"], authorityId: "a" });
const projectManager = makeViewer({
  roles: ["project_manager"],
  authorityId: "a",
  managedProjectIds: ["p"],
});
const manager = makeViewer({ roles: ["manager"], authorityId: "a" });

test("ledgers go into one's own projects, an administrator's into any of the authority", () => {
  expect(mayImportLedger(projectManager, project)).toBe(true);
  expect(mayImportLedger(projectManager, { ...project, id: "q" })).toBe(false);
  expect(mayImportLedger(manager, project)).toBe(false);
  expect(mayImportLedger(administrator, project)).toBe(true);
  expect(mayImportLedger(administrator, { ...project, authorityId: "b" })).toBe(false);
});

test("training lists are a manager's or an administrator's", () => {
  expect(mayImportTraining(manager)).toBe(true);
  expect(mayImportTraining(administrator)).toBe(true);
  expect(mayImportTraining(projectManager)).toBe(false);
});

test("an import is undone by who handed it in, or an administrator", () => {
  const own = {
    ...{ authorityId: "a", uploadedById: manager.accountId },
    ...{ appliedAt: null, project: null },
  };
  expect(mayUndo(manager, own)).toBe(true);
  expect(mayUndo(projectManager, own)).toBe(false);
  expect(mayUndo(administrator, own)).toBe(true);
  expect(mayUndo(administrator, { ...own, uploadedById: null })).toBe(true);
  expect(mayUndo(manager, { ...own, uploadedById: null })).toBe(false);
  expect(mayUndo(administrator, { ...own, authorityId: "b" })).toBe(false);
  expect(importReach(makeViewer({ roles: ["administrator"] }))).toBeNull();
});

test("what was brought into a project is undone by whoever may write to it", () => {
  const foreign = { authorityId: "a", uploadedById: null, appliedAt: new Date(0), project };
  expect(mayUndo(projectManager, foreign)).toBe(true);
  expect(mayUndo(projectManager, { ...foreign, project: { ...project, id: "q" } })).toBe(false);
  expect(mayUndo(projectManager, { ...foreign, appliedAt: null })).toBe(false);
  expect(mayUndo(manager, foreign)).toBe(false);
});
