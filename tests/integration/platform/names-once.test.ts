// What is called the same, capitals aside, in a database of an earlier version.
import { randomUUID } from "node:crypto";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { deployMigrations } from "~/platform/postgres/migrations";
import { withScratchDatabase } from "../../../scripts/migrate/scratch-database";
import { loadKeptDatabase } from "../../kept-databases/kept-database";

test("each further one of a name gets a number, and is told of", () =>
  withScratchDatabase(inject("testServer").url, async (url) => {
    await loadKeptDatabase(url, "20261121231540-own");
    await asIn(url, async (query) => {
      await again(query, "competence", { name: "KONTAKT I CHATT", code: "kontakt" });
      await again(query, "unit", { name: "VUXENENHETEN" });
      await again(query, "unit", { name: "vuxenenheten" });
      await again(query, "unit", { name: "Vuxenenheten (2)" });
      await again(query, "funder", { name: "LÄNSSTYRELSEN" });
      await again(query, "course", { title: "samtal i chatt" });
      await again(query, "partner", { name: "SÖDERVIK KOMMUN" });
      await again(query, "budget_line", { name: "RESOR", position: 98 });
      // Of another category: it is told apart by that.
      await again(query, "budget_line", { name: "resor", position: 99, cost_category: "Lokal" });
    });
    const said: string[] = [];

    await deployMigrations(url, undefined, (line) => said.push(line));

    await asIn(url, async (query) => {
      const names = async (sql: string) => (await query(sql)).map((row) => Object.values(row)[0]);
      expect(await names("SELECT name FROM unit WHERE lower(name) LIKE 'vux%' ORDER BY 1")).toEqual(
        expect.arrayContaining(["Vuxenenheten", "Vuxenenheten (2)"]),
      );
      expect(await names("SELECT count(DISTINCT lower(name))::int FROM unit")).toEqual(
        await names("SELECT count(*)::int FROM unit"),
      );
      expect(
        await names("SELECT name FROM budget_line WHERE name ILIKE 'resor%' ORDER BY 1"),
      ).toEqual(expect.arrayContaining(["Resor", "RESOR (2)", "resor"]));
      const trail = await query(
        "SELECT subject_type, detail FROM audit_event WHERE action = 'name.number' ORDER BY audit_event.id",
      );
      expect(trail.map(({ subject_type }) => subject_type)).toEqual([
        ...["competence", "unit", "unit", "funder", "course", "partner", "budget-line"],
      ]);
      expect(said).toHaveLength(7);
      expect(said[3]).toBe(
        'Two were called the same: "LÄNSSTYRELSEN" is now called "LÄNSSTYRELSEN (2)" (funder).',
      );
      await expect(again(query, "funder", { name: "länsstyrelsen" })).rejects.toThrow(
        "funder_name",
      );
    });
  }));

test("what other rows refer to keeps its name, else what was made first, whatever their ids", () =>
  withScratchDatabase(inject("testServer").url, async (url) => {
    await loadKeptDatabase(url, "20261121231540-own");
    const { twins, second } = await asIn(url, async (query) => {
      // Their ids are lower than those of what has the names.
      const twins = [
        await again(query, "competence", { name: "KONTAKT I CHATT", code: "kontakt" }, "00"),
        await again(query, "unit", { name: "VUXENENHETEN" }, "00"),
        await again(query, "course", { title: "SAMTAL I CHATT" }, "00"),
      ];
      // Nothing refers to these two; the trail knows which was made first.
      const second = await again(query, "unit", { name: "vuxenenheten" }, "01");
      const first = await again(query, "unit", { name: "VuxenEnheten" }, "02");
      await query("UPDATE unit SET name = 'Jouren' WHERE id = $1", [first]);
      await query("UPDATE unit SET name = 'JOUREN' WHERE id = $1", [second]);
      for (const id of [first, second]) {
        await query(
          `INSERT INTO audit_event (actor_name, action, subject_type, subject_id)
           VALUES ('Någon', 'unit.add', 'unit', $1)`,
          [id],
        );
      }
      return { twins, second };
    });

    const said: string[] = [];
    await deployMigrations(url, undefined, (line) => said.push(line));
    const trail = await asIn(url, (query) =>
      query(
        "SELECT subject_id AS id, detail FROM audit_event WHERE action = 'name.number' ORDER BY audit_event.id",
      ),
    );
    expect(trail).toEqual([
      { id: twins[0], detail: { was: "KONTAKT I CHATT", name: "KONTAKT I CHATT (2)" } },
      { id: twins[1], detail: { was: "VUXENENHETEN", name: "VUXENENHETEN (2)" } },
      { id: second, detail: { was: "JOUREN", name: "JOUREN (2)" } },
      { id: twins[2], detail: { was: "SAMTAL I CHATT", name: "SAMTAL I CHATT (2)" } },
    ]);
    expect(said.filter((line) => line.startsWith("Two were called"))).toHaveLength(4);
  }));

test("a database that has unique names already is left as it is, also where names are free again", () =>
  withScratchDatabase(inject("testServer").url, async (url) => {
    await loadKeptDatabase(url, "20261121231540-own");
    await deployMigrations(url);
    const names = "SELECT id, name FROM partner ORDER BY id";
    const before = await asIn(url, async (query) => {
      await again(query, "partner", { name: "SÖDERVIK KOMMUN", withdrawn_at: new Date() });
      await query("DELETE FROM _prisma_migrations WHERE migration_name LIKE '%keep_their_name'");
      return query(names);
    });
    const said: string[] = [];
    expect(await deployMigrations(url, undefined, (line) => said.push(line))).toHaveLength(1);
    expect(await asIn(url, (query) => query(names))).toEqual(before);
    expect(said).toEqual([]);
  }));

test("days of more than 24 own hours, which are refused by now, are named by their person's page", () =>
  withScratchDatabase(inject("testServer").url, async (url) => {
    await loadKeptDatabase(url, "20261121231540-own");
    const [hours] = await asIn(url, (query) =>
      query(
        `UPDATE own_hours SET minutes = 2890 FROM project
         WHERE own_hours.id = (
           SELECT hours.id FROM own_hours hours
           JOIN hand_over ON hand_over.id = hours.source_id AND hand_over.withdrawn_at IS NULL
           JOIN hand_over_trainer trainer ON trainer.hand_over_id = hand_over.id
             AND trainer.person_id = hours.person_id
           WHERE hours.withdrawn_at IS NULL ORDER BY hours.id LIMIT 1)
           AND project.id = own_hours.project_id
         RETURNING own_hours.person_id, own_hours.worked_on::text AS day, project.code`,
      ),
    );
    const said: string[] = [];
    await deployMigrations(url, undefined, (line) => said.push(line));
    const { day, code, person_id: person } = hours ?? {};
    expect(said).toEqual([
      `A day of more than 24 own hours: 48.17 h on ${day}, in ${code}, of the person at /people/${person}. It counts until what is wrong in it is taken back.`,
    ]);
  }));

test("codes and titles that the trail knows lead on", () =>
  withScratchDatabase(inject("testServer").url, async (url) => {
    await loadKeptDatabase(url, "20261121231540-own");
    const project = { subject: "project", code: "UNGA-NET", former: "UNG" };
    await asIn(url, async (query) => {
      await query(
        `INSERT INTO audit_event (actor_name, action, subject_type, subject_id, detail)
         SELECT 'Någon', 'project.change', 'project', id::text, jsonb_build_object('code', $2::text)
         FROM project WHERE code = $1`,
        [project.code, project.former],
      );
      await query(
        `INSERT INTO audit_event (actor_name, action, subject_type, subject_id, detail)
         SELECT 'Någon', 'course.change', 'course', id::text, '{"title": "Chatt"}'
         FROM course WHERE title = 'Samtal i chatt'`,
      );
      await query(
        `INSERT INTO audit_event (actor_name, action, subject_type, subject_id, detail)
         SELECT 'Någon', 'competence.change', 'competence', id::text,
           '{"code": "sok-2", "name": "Sök 2", "was": {"code": "sok-1", "name": "Sök 1"}}'
         FROM competence ORDER BY id LIMIT 1`,
      );
    });

    await deployMigrations(url);

    await asIn(url, async (query) => {
      expect(
        await query(
          `SELECT array(SELECT called.name FROM called_of(competence.id) called
             WHERE called.name ~* '^s[oö]k[- ][12]' ORDER BY called.name COLLATE "C") AS called
           FROM competence
           CROSS JOIN LATERAL competence_of_code(competence.authority_id, 'SOK-1') found
           WHERE found.competence_id = competence.id`,
        ),
      ).toEqual([{ called: ["Sök 1", "Sök 2", "sok-1", "sok-2"] }]);
      expect(
        await query(
          "SELECT code FROM project JOIN project_of_code('ung') found ON found.project_id = project.id",
        ),
      ).toEqual([{ code: project.code }]);
      expect(
        await query(
          `SELECT title FROM course
           CROSS JOIN LATERAL course_of_title(course.authority_id, 'CHATT') found
           WHERE found.course_id = course.id`,
        ),
      ).toEqual([{ title: "Samtal i chatt" }]);
    });
  }));

type Query = (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/** The row of the table that is called so, capitals aside, once more with other values. */
async function again(
  query: Query,
  table: string,
  values: Record<string, unknown>,
  // After all others, whose ids are of times gone by.
  begins = "ff",
): Promise<string> {
  const [[column = "", name] = []] = Object.entries(values);
  const [row] = await query(
    `SELECT * FROM ${table} WHERE lower(${column}) = lower($1) OR $1::text ILIKE ${column} || ' (%)'
     ORDER BY id LIMIT 1`,
    [name],
  );
  const id = `${begins}${randomUUID().slice(2)}`;
  const copy: Record<string, unknown> = { ...row, ...values, id };
  const columns = Object.keys(copy);
  await query(
    `INSERT INTO ${table} (${columns.join(", ")})
     VALUES (${columns.map((_, index) => `$${index + 1}`).join(", ")})`,
    Object.values(copy),
  );
  return id;
}

async function asIn<Result>(url: string, work: (query: Query) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(async (sql, values) => (await client.query(sql, values)).rows);
  } finally {
    await client.end();
  }
}
