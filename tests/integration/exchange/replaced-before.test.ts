// What a list replaced before replaced rows named their successor is told by the trail.
import pg from "pg";
import { randomUUID } from "node:crypto";
import { expect, inject, test } from "vitest";
import { deployMigrations } from "~/platform/postgres/migrations";
import { withScratchDatabase } from "../../../scripts/migrate/scratch-database";
import { keptDatabases, loadKeptDatabase } from "../../kept-databases/kept-database";

const [kept = ""] = keptDatabases().filter((name) => name < "20261129");

test(
  "a row that an earlier version let a list replace names its successor",
  { timeout: 60_000 },
  () =>
    withScratchDatabase(inject("testServer").url, async (url) => {
      await loadKeptDatabase(url, kept);
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        const list = randomUUID();
        const record = async (status: string, title: string, source: string) => {
          const { rows } = await client.query<{ id: string }>(
            `INSERT INTO training_record (id, authority_id, person_id, kind, status, title, held_on,
             minutes, source_id)
           SELECT gen_random_uuid(), authority_id, id, 'import', $1::training_status, $2,
             '2026-03-04', 60, $3 FROM person ORDER BY id LIMIT 1 RETURNING id`,
            [status, title, source],
          );
          return rows[0]?.id;
        };
        const replaced = await record("withdrawn", "Metod", randomUUID());
        const takenBack = await record("withdrawn", "Annat", randomUUID());
        const successor = await record("approved", "METOD", list);
        await record("approved", "Annat", list);
        await client.query(
          `INSERT INTO audit_event (actor_name, action, subject_type, subject_id, detail)
         VALUES ('Vera', 'training.import', 'training-record', $1, $2)`,
          [replaced, { replacedBy: list }],
        );
        await deployMigrations(url);
        const { rows } = await client.query<{ id: string; by: string }>(
          "SELECT id, replaced_by_id AS by FROM training_record WHERE id IN ($1, $2) ORDER BY title",
          [takenBack, replaced],
        );
        expect(rows).toEqual([
          { id: takenBack, by: null },
          { id: replaced, by: successor },
        ]);
      } finally {
        await client.end();
      }
    }),
);
