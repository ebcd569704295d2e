-- A row of a list that took another's place is named by it, so that taking the list back lets the
-- other stand again.
ALTER TABLE "training_record"
  ADD COLUMN "replaced_by_id" UUID,
  ADD CONSTRAINT "training_record_replaced_by_id_fkey"
    FOREIGN KEY ("replaced_by_id") REFERENCES "training_record" ("id")
    ON DELETE SET NULL ON UPDATE CASCADE;

CREATE INDEX "training_record_replaced_by_id_idx" ON "training_record" ("replaced_by_id");

-- Only what doesn't stand has something in its place.
ALTER TABLE "training_record" ADD CONSTRAINT "training_record_replaced" CHECK (
  "replaced_by_id" IS NULL OR ("status" = 'withdrawn' AND "replaced_by_id" <> "id"));

-- Of those of before the trail says which list replaced them.
UPDATE "training_record" earlier
SET "replaced_by_id" = (
  SELECT record."id"
  FROM "audit_event" event
  JOIN "training_record" record ON record."source_type" = 'import'
    AND record."source_id"::text = event."detail"->>'replacedBy'
  WHERE event."subject_type" = 'training-record' AND event."subject_id" = earlier."id"::text
    AND event."action" = 'training.import' AND record."id" <> earlier."id"
    AND record."person_id" = earlier."person_id" AND record."held_on" = earlier."held_on"
    AND (record."course_id" = earlier."course_id" OR lower(record."title") = lower(earlier."title"))
  ORDER BY event."id" DESC, record."id"
  LIMIT 1
)
WHERE earlier."status" = 'withdrawn' AND earlier."source_type" = 'import';

-- What came with an import that has been taken back is taken back in its own right: no other import
-- lets it stand again.
UPDATE "voucher" SET "withdrawn_by_id" = NULL, "replaced_by_id" = NULL
FROM "import"
WHERE "import"."id" = "voucher"."import_id" AND "import"."applied_at" IS NULL
  AND "voucher"."withdrawn_by_id" IS NOT NULL;
