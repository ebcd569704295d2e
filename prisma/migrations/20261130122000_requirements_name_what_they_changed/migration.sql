-- A requirement that has changed another names it: one that was ended for itself doesn't go on where
-- what was required anew from that day turns out to be a mistake. Of those of before, what ends where
-- another begins has been changed by it.
ALTER TABLE "requirement" ADD COLUMN "replaces_id" UUID,
  ADD CONSTRAINT "requirement_replaces_id_fkey" FOREIGN KEY ("replaces_id")
    REFERENCES "requirement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE INDEX "requirement_replaces_id_idx" ON "requirement"("replaces_id");

UPDATE "requirement" later SET "replaces_id" = earlier."id"
FROM "requirement" earlier
WHERE earlier."unit_id" = later."unit_id" AND earlier."competence_id" = later."competence_id"
  AND earlier."ends_before" = later."starts_on" AND earlier."withdrawn_at" IS NULL
  AND later."withdrawn_at" IS NULL;
