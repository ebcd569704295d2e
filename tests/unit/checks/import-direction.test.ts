import { expect, test } from "vitest";
import { offendingImports } from "../../../scripts/checks/import-direction";

const allowed: [file: string, specifier: string][] = [
  ["app/routes/start.tsx", "~/features/training/log.queries.server"],
  ["app/routes/start.tsx", "~/ui/card"],
  ["app/routes/start.tsx", "@remix-run/react"],
  ["app/root.tsx", "~/platform/http.server"],
  ["app/entry.server.tsx", "@remix-run/node"],
  ["app/routes.ts", "@remix-run/route-config"],
  ["app/ui/navigation.tsx", "@remix-run/react"],
  ["app/routes/start.tsx", "~/overviews/start/start-page.queries.server"],
  ["app/overviews/start/start-page.queries.server.ts", "~/features/exchange/uploads"],
  ["app/overviews/start/start-page.queries.server.ts", "~/generated/prisma/client"],
  ["app/overviews/unit/unit.tsx", "../start/start-sections"],
  ["app/ui/table.tsx", "~/i18n/context"],
  ["app/ui/table.tsx", "~/tables/table"],
  ["app/tables/table-csv.ts", "~/formats/csv"],
  ["app/ui/level.tsx", "~/terms/level"],
  ["app/formats/sie/dates.ts", "~/terms/day"],
  ["app/platform/clock.ts", "~/terms/day"],
  ["app/terms/period.ts", "./day"],
  ["app/platform/web-server/static-files.ts", "@remix-run/express"],
  ["app/platform/db.server.ts", "~/generated/prisma/client"],
  ["app/features/exchange/wizard.server.ts", "~/features/organisation/people"],
  ["app/features/training/log.server.ts", "~/features/funding/own-hours"],
  ["app/features/funding/budget.server.ts", "~/features/access/viewer"],
  ["app/features/funding/budget.server.ts", "../../generated/prisma/client"],
  ["app/features/funding/rules/budget.ts", "./own-hours"],
  ["app/features/funding/rules/budget.ts", "~/terms/period"],
  ["app/features/cascade/rules/reach.ts", "~/features/competence/rules/coverage"],
  ["app/features/exchange/ledgers/plan.ts", "node:crypto"],
  ["app/features/funding/budget.schema.ts", "~/platform/form"],
  ["app/features/access/viewer.ts", "~/i18n/language"],
  ["scripts/report.ts", "~/generated/prisma/client"],
  ["scripts/report.ts", "../prisma/demo/load"],
  ["prisma/demo/load.ts", "~/features/cascade/hand-overs.commands.server"],
  ["tests/unit/anything.test.ts", "~/generated/prisma/client"],
];

test.each(allowed)("%s may import %s", (file, specifier) => {
  expect(faultsOf(file, `import { x } from "${specifier}";`)).toEqual([]);
});

const forbidden: [file: string, specifier: string, rule: RegExp][] = [
  ["app/routes/start.tsx", "~/generated/prisma/client", /knows nothing of Prisma/],
  ["app/routes/start.tsx", "~/platform/db.server", /never the database/],
  ["app/root.tsx", "./platform/db", /never the database/],
  ["app/routes/start.tsx", "../../scripts/start", /app never imports from scripts/],
  ["app/features/training/log.ts", "~/routes/start", /nothing imports a route/],
  ["app/features/training/log.server.ts", "~/features/cascade/reach", /never climb/],
  ["app/features/competence/levels.server.ts", "~/features/funding/budget", /never climb/],
  ["app/features/access/visit.server.ts", "~/features/organisation/unit", /imports no feature/],
  ["app/features/weather/rain.server.ts", "~/features/organisation/unit", /unknown feature/],
  ["app/features/cascade/tree.tsx", "~/generated/prisma/client", /\*\.server\.ts/],
  ["app/features/cascade/reach.ts", "~/formats/csv", /a rule is pure/],
  ["app/features/cascade/reach.ts", "~/platform/clock", /a rule is pure/],
  ["app/features/cascade/reach.ts", "./hand-overs.queries.server", /a rule is pure/],
  ["app/features/cascade/reach.ts", "./hand-overs.policy", /a rule is pure/],
  ["app/features/cascade/reach.ts", "./hand-overs.schema", /a rule is pure/],
  ["app/features/cascade/reach.ts", "zod", /a rule is pure/],
  ["app/features/cascade/reach.ts", "~/features/access/viewer", /a rule is pure/],
  ["app/overviews/start/waiting.ts", "~/platform/clock", /a rule is pure/],
  ["app/overviews/start/start.tsx", "~/generated/prisma/client", /\*\.server\.ts/],
  ["app/overviews/start/start.tsx", "~/routes/home", /nothing imports a route/],
  ["app/features/exchange/page.tsx", "~/overviews/start/start", /never looks up/],
  ["app/features/access/shell.tsx", "~/overviews/start/start", /never looks up/],
  ["app/platform/log.ts", "~/overviews/start/start", /ground floor/],
  ["app/terms/day.ts", "~/formats/csv", /terms is a leaf: it imports nothing/],
  ["app/terms/day.ts", "zod", /terms imports nothing/],
  ["app/formats/csv.ts", "~/i18n/format", /formats is a leaf: it imports terms/],
  ["app/features/cascade/tree.tsx", "@remix-run/react", /Remix is known only/],
  ["app/ui/card.tsx", "@remix-run/react", /Remix is known only/],
  ["app/ui/card.tsx", "~/features/access/viewer", /ui is a leaf/],
  ["app/ui/card.tsx", "~/formats/csv", /ui is a leaf/],
  ["app/tables/table.ts", "~/ui/card", /tables is a leaf/],
  ["app/i18n/sv/ui.ts", "~/platform/clock", /i18n is a leaf/],
  ["app/platform/log.ts", "~/features/access/viewer", /ground floor/],
  ["app/features/funding/budget.server.ts", "@prisma/client", /only platform, scripts/],
  ["app/platform/log.ts", "../../tests/support/database", /nothing imports a test/],
];

test.each(forbidden)("%s may not import %s", (file, specifier, rule) => {
  const faults = faultsOf(file, `import { x } from "${specifier}";`);
  expect(faults).toEqual([expect.stringMatching(rule)]);
});

test.each([
  'import type { Tree } from "~/features/cascade/tree";',
  'export { tree } from "~/features/cascade/tree";',
  'export * from "~/features/cascade/tree";',
  'import "~/features/cascade/tree";',
  'const tree = await import("~/features/cascade/tree");',
  'let tree: import("~/features/cascade/tree").Tree;',
  'import { tree } from "../cascade/tree";',
])("every kind of import is seen: %s", (code) => {
  const [fault] = faultsOf("app/features/funding/budget.server.ts", `// first line\n${code}\n`);
  expect(fault).toMatch(/^app\/features\/funding\/budget\.server\.ts:2 imports .*cascade\/tree: /);
});

test("a rule may not import a page's part, whose name says no more than a rule's", () => {
  const rule = {
    path: "app/features/cascade/rules/reach.ts",
    text: 'import { Tree } from "../spread/tree";',
  };
  expect(
    offendingImports([rule, { path: "app/features/cascade/spread/tree.ts", text: "" }]),
  ).toEqual([]);
  expect(
    offendingImports([rule, { path: "app/features/cascade/spread/tree.tsx", text: "" }]),
  ).toEqual([expect.stringMatching(/reach\.ts:1 imports \.\.\/spread\/tree: a rule is pure/)]);
});

test("a folder below app that no rule knows is told", () => {
  expect(faultsOf("app/weather/rain.ts", "")).toEqual([expect.stringMatching(/is no room/)]);
  expect(faultsOf("app/remix.d.ts", "")).toEqual([]);
});

test("a comment and a string are no imports", () => {
  const code = '// import "~/features/cascade/tree"\nconst text = \'import "~/routes/start"\';';
  expect(faultsOf("app/features/funding/budget.server.ts", code)).toEqual([]);
});

function faultsOf(path: string, text: string): string[] {
  return offendingImports([{ path, text }]);
}

test("a part of a page takes nothing but types from a schema", () => {
  const path = "app/features/training/courses/form.tsx";
  const type = 'import type { Course } from "../courses.schema";';
  expect(offendingImports([{ path, text: type }])).toEqual([]);
  const value = 'import {\n  courseForm,\n} from "../courses.schema";';
  expect(offendingImports([{ path, text: `${type}\n${value}` }])).toEqual([
    expect.stringContaining("../courses.schema: a part of a page takes types"),
  ]);
});
