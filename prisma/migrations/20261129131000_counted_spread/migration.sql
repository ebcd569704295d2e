-- The lineage added up by circle, generation and day, and by unit, for the pages that show many.
CREATE TABLE "lineage_tally" (
    "competence_id" UUID NOT NULL,
    "circle_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "people" INTEGER NOT NULL,
    "taught" INTEGER NOT NULL,
    "learned" INTEGER NOT NULL,
    "hand_overs" INTEGER NOT NULL,
    "delivered" INTEGER NOT NULL,
    "possible" INTEGER NOT NULL,

    CONSTRAINT "lineage_tally_pkey" PRIMARY KEY ("competence_id","circle_id","day","generation")
);
CREATE TABLE "unit_spread" (
    "unit_id" UUID NOT NULL,
    "competence_id" UUID NOT NULL,
    "circle_id" UUID NOT NULL,
    "acquired" INTEGER NOT NULL,
    "may_teach" INTEGER NOT NULL,
    "dead_ends" INTEGER NOT NULL,

    CONSTRAINT "unit_spread_pkey" PRIMARY KEY ("unit_id","competence_id","circle_id")
);
CREATE TABLE "unit_spread_days" (
    "unit_id" UUID NOT NULL,
    "known_from" DATE NOT NULL,
    "known_until" DATE,

    CONSTRAINT "unit_spread_days_pkey" PRIMARY KEY ("unit_id")
);
CREATE INDEX "unit_spread_competence_id_circle_id_idx" ON "unit_spread"("competence_id", "circle_id");
SELECT "keep_days_in_bounds"();

-- What somebody has acquired, and with whom they belong together, changes what their units count.
DO $$
DECLARE
  facts record;
BEGIN
  FOR facts IN
    SELECT * FROM (VALUES ('lineage_person'), ('lineage_circle')) AS of_units (of_table)
    CROSS JOIN (VALUES ('INSERT', 'NEW'), ('UPDATE', 'NEW'), ('UPDATE', 'OLD'), ('DELETE', 'OLD'))
      AS act (event, side)
  LOOP
    EXECUTE format(
      'CREATE TRIGGER %I AFTER %s ON %I REFERENCING %s TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "people_change_units"()',
      facts.of_table || '_people_of_units_' || lower(facts.event || '_' || facts.side),
      facts.event, facts.of_table, facts.side);
  END LOOP;
END $$;

-- Both are made when the program starts.
INSERT INTO "lineage_due" SELECT "id", 0 FROM "competence" ON CONFLICT DO NOTHING;
INSERT INTO "unit_due" SELECT "id", 0 FROM "unit" ON CONFLICT DO NOTHING;
