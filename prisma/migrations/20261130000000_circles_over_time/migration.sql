-- Who belongs together in a method's history is so as of days, too: what joins people later joins
-- nobody as of an earlier day.
DELETE FROM "lineage_circle";
ALTER TABLE "lineage_circle"
  ADD COLUMN "known_from" DATE NOT NULL,
  ADD COLUMN "known_until" DATE,
  DROP CONSTRAINT "lineage_circle_pkey",
  ADD CONSTRAINT "lineage_circle_pkey" PRIMARY KEY ("competence_id", "person_id", "known_from");
SELECT "keep_days_in_bounds"();

-- The lineage is made anew when the program starts.
INSERT INTO "lineage_due" SELECT "id", 0 FROM "competence" ON CONFLICT DO NOTHING;
INSERT INTO "unit_due" SELECT "id", 0 FROM "unit" ON CONFLICT DO NOTHING;
