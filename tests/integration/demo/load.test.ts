import pg from "pg";
import { expect, test } from "vitest";
import { loadDemo } from "../../../prisma/demo/load";
import { demoRows } from "../../../prisma/demo/rows";
import { cascadeFigures, type CascadeFigures } from "~/features/cascade/rules/cascade-figures";
import { listOwed } from "~/features/cascade/plans/owed.queries.server";
import { projectCascadeFigures } from "~/features/cascade/spread/project-figures.queries.server";
import { projectIndicators } from "~/features/outcomes/indicators.queries.server";
import { cascadeOfRows } from "./cascade-of-rows";
import { testDatabase } from "../../support/database";

const today = "2026-11-21";

const { url, db } = await testDatabase();
await loadDemo(url, today);
const empty = await testDatabase();

// Beside the history of migrations what triggers keep: the names that things have had.
const madeByTheDatabase = [
  "_prisma_migrations",
  "project_code",
  "course_title",
  "competence_code",
  "competence_name",
];

test("every row that is told is there", async () => {
  const loaded = Object.entries(await everything(url)).flatMap(([table, rows]) =>
    // What follows from the rest is not told.
    /^(lineage|unit)_/.test(table) ? [] : rows,
  );
  const told = Object.values(demoRows(today)).flat();
  expect(loaded).toHaveLength(told.length);
});

test("the pages' own queries find the story", async () => {
  const code = "NATET";
  const natet = await db.project.findUniqueOrThrow({ where: { code } });
  const cascade = await projectCascadeFigures(db, natet.id, today);
  const rows = demoRows(today);
  // Of one that has no group, others have hand-overs that join nobody near the project.
  const methods = cascade.methods.filter(({ reach }) => reach.denominator > 0);
  expect(methods).toHaveLength(4);
  const shown = methods.map(({ code, ...figures }) => [code, ...summary(figures)]);
  const told = methods.map((method) => {
    const input = cascadeOfRows(rows, { code: method.code, project: code, asOf: today });
    return [method.code, ...summary(cascadeFigures(input))];
  });
  expect(shown).toEqual(told);
  const indicators = await projectIndicators(db, { projectId: natet.id, asOf: today });
  expect(new Set(indicators.map(({ band }) => band))).toEqual(
    new Set(["on-track", "behind", "ahead"]),
  );

  const elin = await db.account.findUniqueOrThrow({ where: { demoRole: "employee" } });
  const owed = await listOwed(db, { personIds: [elin.personId ?? ""] }, today);
  expect(owed).toMatchObject([{ planned: 4, reached: 1, isLate: false }]);
  const units = await db.unit.findMany({ select: { id: true } });
  const all = await listOwed(db, { unitIds: units.map(({ id }) => id) }, today);
  expect(all.some(({ isLate }) => isLate)).toBe(true);
});

test("each role has its door, and the funder's leads to two projects", async () => {
  const accounts = await db.account.findMany({
    include: { roleGrants: { include: { unit: true, project: true } }, person: true },
  });
  const doors = Object.fromEntries(
    accounts.map(({ demoRole, person, roleGrants }) => [
      demoRole,
      [
        person ? "staff" : "nobody of ours",
        ...roleGrants.map(({ role, unit, project }) =>
          [role, unit?.name ?? project?.code ?? ""].join(" ").trim(),
        ),
      ].sort(),
    ]),
  );
  expect(doors).toEqual({
    manager: ["employee", "manager Sektionen för unga och prostitution", "staff"],
    employee: ["employee", "staff"],
    project_manager: ["employee", "project_manager KALLKRITIK", "project_manager NATET", "staff"],
    funder: ["funder NATET", "funder ONLINE-2012", "nobody of ours"],
    administrator: ["administrator", "employee", "staff"],
  });
});

test("a database that is in use is refused and left as it was", async () => {
  const before = await everything(url);
  await expect(loadDemo(url, today)).rejects.toMatchObject({ code: "conflict" });
  expect(await everything(url)).toEqual(before);

  // A database that has been set up holds an account, though perhaps no authority.
  const account = await empty.db.account.create({
    data: { name: "Någon", email: "nagon@example.se" },
  });
  await expect(loadDemo(empty.url, today)).rejects.toMatchObject({ code: "conflict" });
  expect(await empty.db.authority.count()).toBe(0);
  await empty.db.account.delete({ where: { id: account.id } });
});

test("what can't be loaded whole isn't loaded at all", async () => {
  // Its name is the demo's too, and written after the people.
  const funder = await empty.db.funder.create({ data: { name: "Kompetensfonden" } });
  await expect(loadDemo(empty.url, today)).rejects.toThrow();
  expect(await empty.db.authority.count()).toBe(0);
  expect(await empty.db.person.count()).toBe(0);
  await empty.db.funder.delete({ where: { id: funder.id } });
});

test("the same day gives the same rows in every database", async () => {
  await loadDemo(empty.url, today);
  expect(await everything(empty.url)).toEqual(await everything(url));
});

/** What a method's figures have in common whether or not strangers to the project are seen. */
function summary({ reach, generations }: Pick<CascadeFigures, "reach" | "generations">) {
  const handedOn = generations.slice(1).map(({ people, delivered }) => [people, delivered]);
  return [reach.numerator, reach.denominator, handedOn];
}

/** Every row of every table as text, by table. */
async function everything(url: string): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_name <> ALL ($1) ORDER BY 1`,
      [madeByTheDatabase],
    );
    const content: Record<string, string[]> = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(
        `SELECT to_jsonb(t)::text AS row FROM "${name}" t ORDER BY 1`,
      );
      content[name] = rows.map(({ row }) => row);
    }
    return content;
  } finally {
    await client.end();
  }
}
