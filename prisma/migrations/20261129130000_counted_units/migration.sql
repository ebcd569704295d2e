-- How many of a unit's people hold what is stored, for the days as of which it is so.
CREATE TABLE "unit_due" (
    "unit_id" UUID NOT NULL,
    "transaction" BIGINT NOT NULL,

    CONSTRAINT "unit_due_pkey" PRIMARY KEY ("unit_id","transaction")
);
CREATE TABLE "unit_count" (
    "unit_id" UUID NOT NULL,
    "known_from" DATE NOT NULL,
    "known_until" DATE,
    "people" INTEGER NOT NULL,
    "shared" UUID[],

    CONSTRAINT "unit_count_pkey" PRIMARY KEY ("unit_id")
);
CREATE TABLE "unit_holding" (
    "unit_id" UUID NOT NULL,
    "competence_id" UUID NOT NULL,
    "level" INTEGER NOT NULL,
    "holders" INTEGER NOT NULL,
    "observed" INTEGER NOT NULL,
    "carriers" INTEGER NOT NULL,

    CONSTRAINT "unit_holding_pkey" PRIMARY KEY ("unit_id","competence_id","level")
);
SELECT "keep_days_in_bounds"();

-- Notes the units where somebody works, has worked or will work of whom something has changed: in
-- two units at once they are counted in neither, so one placement changes what all of them count.
CREATE FUNCTION "people_change_units"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO unit_due SELECT DISTINCT placement.unit_id, pg_current_xact_id()::text::bigint
  FROM changed JOIN placement ON placement.person_id = changed.person_id ON CONFLICT DO NOTHING;
  RETURN NULL;
END;
$$;
-- And the unit of a placement that is no more.
CREATE FUNCTION "placements_change_units"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO unit_due SELECT DISTINCT changed.unit_id, pg_current_xact_id()::text::bigint
  FROM changed ON CONFLICT DO NOTHING;
  RETURN NULL;
END;
$$;
DO $$
DECLARE
  facts record;
BEGIN
  FOR facts IN
    SELECT * FROM (VALUES
      ('attestation', 'people'), ('placement', 'people'), ('placement', 'placements')
    ) AS of_units (of_table, changes)
    CROSS JOIN (VALUES ('INSERT', 'NEW'), ('UPDATE', 'NEW'), ('UPDATE', 'OLD'), ('DELETE', 'OLD'))
      AS act (event, side)
  LOOP
    EXECUTE format(
      'CREATE TRIGGER %I AFTER %s ON %I REFERENCING %s TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION %I()',
      facts.of_table || '_' || facts.changes || '_of_units_' || lower(facts.event || '_' || facts.side),
      facts.event, facts.of_table, facts.side, facts.changes || '_change_units');
  END LOOP;
END $$;

-- All of today's are counted when the program starts.
INSERT INTO "unit_due" SELECT "id", 0 FROM "unit";
