import { expect, test } from "vitest";
import { offendingTables } from "../../../scripts/checks/table-rooms";

const rooms = [
  schemaOf("access", "Account account"),
  schemaOf("organisation", "Unit unit", "Person person"),
  schemaOf("competence", "Competence competence"),
  schemaOf("funding", "Project project", "BudgetLine budget_line", "Grant grant"),
  schemaOf("training", "TrainingRecord training_record"),
  schemaOf("platform", "StoredFile stored_file"),
  relationOf("access", "accounts", "SELECT account.id FROM account"),
  relationOf("organisation", "units", "SELECT unit.id FROM unit"),
  relationOf("competence", "competences", "SELECT competence.id FROM competence"),
  relationOf("funding", "projects", "SELECT project.id FROM project"),
  relationOf("training", "courses", "SELECT training_record.id FROM training_record"),
];

const allowed: [file: string, code: string][] = [
  ["app/features/organisation/list.server.ts", "db.unit.findMany({ where })"],
  ["app/features/training/list.server.ts", "tx.trainingRecord.create({ data })"],
  // Of one's own row, and what it points to.
  [
    "app/features/training/a.server.ts",
    "db.trainingRecord.findMany({ include: { person: true } })",
  ],
  ["app/features/training/a.server.ts", "db.$queryRaw`select * from projects() project`"],
  [
    "app/features/training/a.server.ts",
    "db.$queryRaw`select * from training_record, units() unit`",
  ],
  ["app/features/access/viewer.server.ts", "db.$queryRaw`select id from projects()`"],
  ["app/features/organisation/a.server.ts", "db.$queryRaw`select id from accounts() where true`"],
  ["app/overviews/start.server.ts", "db.$queryRaw`select id from units() join courses() on true`"],
  ["app/features/cascade/file.server.ts", "db.storedFile.findMany()"],
  // A table that the statement makes itself.
  [
    "app/features/training/a.server.ts",
    "db.$queryRaw`with unit as (select 1), project (id) as materialized (select 2) select * from unit, project`",
  ],
  ["app/features/training/a.server.ts", "db.$queryRaw`select 1 is distinct from unit.depth`"],
  ["app/features/training/a.server.ts", "const { unit } = person; // from project"],
  ["app/features/training/a.server.ts", "row.project.count + plan.unit.name"],
  ["app/generated/prisma/client.ts", "db.unit.findMany()"],
  ["tests/integration/a.test.ts", "db.unit.findMany()"],
  [
    "prisma/relations/training.sql",
    "SELECT 1 FROM training_record JOIN projects() project ON true",
  ],
  ["prisma/relations/training.sql", "-- Of whom: what comes FROM person\nSELECT 1"],
];

test.each(allowed)("%s may say %s", (path, text) => {
  expect(faultsOf(path, text)).toEqual([]);
});

const forbidden: [file: string, code: string, fault: RegExp][] = [
  ["app/features/training/a.server.ts", "db.unit.findMany()", /names unit of organisation: a room/],
  ["app/features/training/a.server.ts", "tx\n  .person.count()", /names person of organisation/],
  ["app/features/training/a.server.ts", "const table = tx.unit;", /names unit of organisation/],
  ["app/features/funding/a.server.ts", "viewer.db.unit.updateMany({})", /names unit of organi/],
  ["app/overviews/start.server.ts", "db.account.count()", /names account of access/],
  ["app/platform/trail.server.ts", "db.account.count()", /names account of access/],
  ["app/features/access/a.server.ts", "db.project.count()", /names project of funding/],
  [
    "app/features/training/a.server.ts",
    "sql`select 1 from person`",
    /names person of organisation/,
  ],
  ["app/features/training/a.server.ts", "sql`left join unit on true`", /names unit of/],
  ["app/features/training/a.server.ts", "sql`join lateral unit u on true`", /names unit of/],
  ["app/features/training/a.server.ts", "sql`select 1 from courses() c`; sql`from unit`", /unit/],
  ["app/features/training/a.server.ts", 'sql`update "grant" set x = 1`', /names grant of funding/],
  [
    "app/features/training/a.server.ts",
    "sql`insert into project (id)`",
    /names project of funding/,
  ],
  [
    "app/features/training/a.server.ts",
    "sql`delete from training_record using project p`",
    /project/,
  ],
  ["app/features/training/a.server.ts", "sql`from training_record as r, unit`", /names unit of/],
  ["app/features/training/a.server.ts", "sql`from units(1) u, person`", /names person of/],
  ["app/features/training/a.server.ts", "sql`a ${x ? sql`join unit on true` : y} b`", /names unit/],
  ["app/features/training/a.server.ts", "sql`where ${x} in (select 1 from unit)`", /names unit/],
  // Nobody reads upward, not even through a relation.
  [
    "app/features/organisation/a.server.ts",
    "sql`from projects() p`",
    /projects\(\) of funding: nob/,
  ],
  [
    "app/features/competence/a.server.ts",
    "sql`from projects() p`",
    /projects\(\) of funding: nobody/,
  ],
  ["app/features/access/a.server.ts", "sql`from courses() c`", /courses\(\) of training: nobody/],
  ["prisma/relations/training.sql", "SELECT 1 FROM budget_line", /names budget_line of funding/],
  ["prisma/relations/organisation.sql", "SELECT 1 FROM projects()", /projects\(\) of funding: nob/],
];

test.each(forbidden)("%s may not say %s", (path, text, fault) => {
  expect(faultsOf(path, text)).toEqual([expect.stringMatching(fault)]);
});

test("a fault is told with its line", () => {
  const text = "const rows = db.$queryRaw`\n  select ${id}\n  from unit`;\n";
  expect(faultsOf("app/features/training/a.server.ts", text)).toEqual([
    expect.stringMatching(/^app\/features\/training\/a\.server\.ts:3 names unit of organisation: /),
  ]);
});

function faultsOf(path: string, text: string): string[] {
  const others = rooms.filter((file) => file.path !== path);
  return offendingTables([...others, { path, text }]);
}

function schemaOf(room: string, ...models: string[]) {
  const blocks = models.map((named) => {
    const [model, table] = named.split(" ");
    return `model ${model} {\n  id String @id\n\n  @@map("${table}")\n}\n`;
  });
  return { path: `prisma/schema/${room}.prisma`, text: blocks.join("\n") };
}

function relationOf(room: string, name: string, select: string) {
  const text = `CREATE FUNCTION ${name}() RETURNS TABLE (id uuid)\nLANGUAGE sql STABLE BEGIN ATOMIC\n  ${select};\nEND;\n`;
  return { path: `prisma/relations/${room}.sql`, text };
}
