import { expect, test } from "vitest";
import { nameFaults, topLevelFaults } from "../../../scripts/checks/layout";

test("the top level is closed", () => {
  const own = ["app", "prisma", "public", "tests", "scripts", "package.json", "README.md", ".ci"];
  expect(topLevelFaults(own)).toEqual([]);
  expect(topLevelFaults([...own, "docs"])).toEqual([expect.stringMatching(/^docs: /)]);
});

test.each([
  "app/features/cascade/lineage-tree.tsx",
  "app/features/cascade/hand-overs.commands.server.ts",
  "app/routes/handovers.$id.confirm.ts",
  "app/routes/calendar[.]ics.ts",
  "scripts/checks/eslint.config.js",
  "tests/unit/checks/layout.test.ts",
  "prisma/schema/schema.prisma",
])("%s has a good name", (file) => {
  expect(nameFaults([file])).toEqual([]);
});

test.each([
  "app/features/cascade/LineageTree.tsx",
  "app/features/cascade/lineage_tree.ts",
  "app/features/costCentres/read.ts",
  "app/features/cascade/helpers.ts",
  "app/features/utils/dates.ts",
  "app/routes/misc.tsx",
  "app/platform/mail-service.ts",
  "scripts/import-v2.ts",
])("%s has not", (file) => {
  expect(nameFaults([file])).toHaveLength(1);
});
