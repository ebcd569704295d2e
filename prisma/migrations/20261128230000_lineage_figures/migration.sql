-- What the figures of a circle are counted from is stored with its lineage: whose circle it is,
-- since when somebody may hand on and has done so, and the core elements of a hand-over.
ALTER TABLE "lineage_person" ADD COLUMN "circle_id" UUID,
  ADD COLUMN "may_teach_from" DATE,
  ADD COLUMN "taught_from" DATE;
ALTER TABLE "lineage_hand_over" ADD COLUMN "delivered" INTEGER, ADD COLUMN "possible" INTEGER;

-- The lineage is reckoned anew when the program starts.
DELETE FROM "lineage_person";
DELETE FROM "lineage_hand_over";
INSERT INTO "lineage_due" SELECT "id", 0 FROM "competence" ON CONFLICT DO NOTHING;

ALTER TABLE "lineage_person" ALTER COLUMN "circle_id" SET NOT NULL;
ALTER TABLE "lineage_hand_over" ALTER COLUMN "delivered" SET NOT NULL,
  ALTER COLUMN "possible" SET NOT NULL;
CREATE INDEX "lineage_person_competence_id_circle_id_idx" ON "lineage_person"("competence_id", "circle_id");
CREATE INDEX "lineage_circle_person_id_idx" ON "lineage_circle"("person_id");
SELECT "keep_days_in_bounds"();

-- What a hand-over delivered, and of how many elements, are facts of the lineage now.
DO $$
DECLARE
  facts record;
BEGIN
  FOR facts IN
    SELECT * FROM (VALUES
      ('hand_over_element', 'hand_over_part'), ('core_element', 'hand_over')
    ) AS of_lineage (of_table, changes)
    CROSS JOIN (VALUES ('INSERT', 'NEW'), ('UPDATE', 'NEW'), ('DELETE', 'OLD')) AS act (event, side)
  LOOP
    EXECUTE format(
      'CREATE TRIGGER %I AFTER %s ON %I REFERENCING %s TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION %I()',
      facts.of_table || '_is_of_lineage_' || lower(facts.event), facts.event, facts.of_table,
      facts.side, facts.changes || '_changes_lineage');
  END LOOP;
END $$;

-- What may stand only once is watched over by an index that the planner takes for somebody's rows,
-- too, and which is a hundred times slower than the one made for that: the constraint's index has
-- the ids as texts, so that it serves the constraint alone.
DO $$
DECLARE
  once record;
BEGIN
  FOR once IN
    SELECT conname AS name, conrelid::regclass AS of_table,
      regexp_replace(pg_get_constraintdef(oid), '(\w+_id) WITH =', '((\1)::text) WITH =', 'g')
        AS definition
    FROM pg_constraint WHERE contype = 'x' AND connamespace = current_schema()::regnamespace
  LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', once.of_table, once.name);
    EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I %s', once.of_table, once.name, once.definition);
  END LOOP;
END $$;
