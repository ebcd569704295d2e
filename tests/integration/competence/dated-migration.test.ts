// What the migration to dated facts makes of databases that the program before it has left.
import pg from "pg";
import { expect, inject, test } from "vitest";
import { deployMigrations } from "~/platform/postgres/migrations";
import { withScratchDatabase } from "../../../scripts/migrate/scratch-database";
import { loadKeptDatabase } from "../../kept-databases/kept-database";

const kept = "20261121231540-own";
const { url: serverUrl } = inject("testServer");

test("what is there has held since always, groups are of their project's first day, twins are told apart", () =>
  withScratchDatabase(serverUrl, async (url) => {
    await loadKeptDatabase(url, kept);
    const before = await query(url, "SELECT id, name FROM competence ORDER BY id");
    const [first] = before;
    await query(url, twinsOf(first?.id), [first?.name.toUpperCase(), first?.name, "other-3"]);
    await query(url, twinsOf(first?.id), [`${first?.name} (2)`, first?.name, "OTHER-4"]);
    const members = await query(url, "SELECT * FROM group_member ORDER BY 1, 2");
    await query(url, "UPDATE frozen_group SET frozen_on = frozen_on + 40");
    await deployMigrations(url);

    const days = "SELECT DISTINCT starts_on::text AS from, ends_before, withdrawn_at FROM";
    const always = [{ from: "1900-01-01", ends_before: null, withdrawn_at: null }];
    expect(await query(url, `${days} requirement`)).toEqual(always);
    expect(await query(url, `${days} core_element`)).toEqual(always);
    const moved = "SELECT FROM frozen_group JOIN project ON project.id = project_id";
    expect(await query(url, "SELECT FROM frozen_group")).not.toEqual([]);
    expect(await query(url, `${moved} WHERE frozen_on <> starts_on`)).toEqual([]);
    expect(await query(url, "SELECT * FROM group_member ORDER BY 1, 2")).toEqual(members);

    const after = await query(url, "SELECT id, name, code FROM competence ORDER BY id");
    const names = after.map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    expect(after.filter(({ id }) => before.some((row) => row.id === id))).toMatchObject(before);
    expect(names).toEqual(expect.arrayContaining([2, 3, 4].map((n) => twinName(first?.name, n))));
    expect(after.map(({ code }) => code)).toContain("other-4");
  }));

test("codes that differ by capitals alone stop it, with a sentence", () =>
  withScratchDatabase(serverUrl, async (url) => {
    await loadKeptDatabase(url, kept);
    const [first] = await query(url, "SELECT id, code FROM competence ORDER BY id");
    const code = first?.code.toUpperCase();
    await query(url, twinsOf(first?.id, 1), ["Annat namn", code]);
    await expect(deployMigrations(url)).rejects.toThrow("codes apart, which differ by capitals");
  }));

/** Adds later competences of the first one's authority: two named $1 and $2 with a code $3, or one. */
function twinsOf(id: string | undefined, count = 2): string {
  const rows = count === 1 ? "($1, $2)" : "($1, $3), ($2, $3 || 'b')";
  return `INSERT INTO competence (id, authority_id, name, code)
    SELECT overlay(gen_random_uuid()::text placing 'ffffffff' from 1)::uuid, authority_id, given.name, given.code
    FROM competence, (VALUES ${rows}) AS given (name, code) WHERE competence.id = '${id}'`;
}

function twinName(name: string | undefined, number: number): string {
  return `${name?.toLowerCase()} (${number})`;
}

type Row = { id: string; name: string; code: string };

async function query(url: string, sql: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
