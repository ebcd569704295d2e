-- Own hours count from a day: those of a hand-over from the confirmation, a learner's from their
-- own answer, a trainer's from the first; others from the day worked. Until then they await it.
ALTER TABLE "own_hours" ADD COLUMN "counts_on" DATE;

UPDATE "own_hours" SET "counts_on" = "worked_on" WHERE "source_type" IS NULL;

-- What was confirmed after the project's last day counts on that day.
UPDATE "own_hours" hours
SET "counts_on" = least(coalesce(own."confirmed_on",
    CASE WHEN own."person_id" IS NULL THEN first."confirmed_on" END), project."ends_before" - 1)
FROM "own_hours" each_of
JOIN "project" ON project."id" = each_of."project_id"
LEFT JOIN "hand_over_learner" own
  ON own."hand_over_id" = each_of."source_id" AND own."person_id" = each_of."person_id"
LEFT JOIN LATERAL (
  SELECT min(learner."confirmed_on") AS "confirmed_on" FROM "hand_over_learner" learner
  WHERE learner."hand_over_id" = each_of."source_id"
) first ON true
WHERE each_of."id" = hours."id" AND each_of."source_type" = 'hand-over'
  AND coalesce(own."confirmed_on",
    CASE WHEN own."person_id" IS NULL THEN first."confirmed_on" END) IS NOT NULL;

CREATE INDEX "own_hours_project_id_counts_on_idx" ON "own_hours" ("project_id", "counts_on");

SELECT "keep_days_in_bounds"();
