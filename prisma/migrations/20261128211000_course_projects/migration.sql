-- A course that no budget line has paid says for which project it was taken, or none. What has one
-- is the line's project's.
ALTER TABLE "training_record"
  ADD COLUMN "project_id" UUID,
  ADD CONSTRAINT "training_record_project_id_fkey"
    FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "training_record_one_project"
    CHECK ("project_id" IS NULL OR "budget_line_id" IS NULL);

CREATE INDEX "training_record_project_id_status_idx" ON "training_record" ("project_id", "status");

-- Those of before go to the project whose frozen group and time they fall in, to the one that
-- began first where several do.
UPDATE "training_record" record
SET "project_id" = (
  SELECT project."id"
  FROM "group_member" member
  JOIN "frozen_group" frozen ON frozen."id" = member."group_id"
    AND frozen."competence_id" = record."competence_id"
  JOIN "project" ON project."id" = frozen."project_id"
    AND project."starts_on" <= record."held_on" AND record."held_on" < project."ends_before"
  WHERE member."person_id" = record."person_id"
  ORDER BY project."starts_on", project."id"
  LIMIT 1
)
WHERE record."kind" IN ('course', 'import') AND record."budget_line_id" IS NULL;
