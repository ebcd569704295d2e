-- A row of the ledger that took the place of a course's logged cost is that money also when the course
-- has been taken back since.
ALTER TABLE "cost" ADD COLUMN "first_record_id" UUID;

UPDATE "cost" booked SET "first_record_id" = logged."source_id"
FROM "cost" logged
WHERE logged."replaced_by_id" = booked."voucher_id" AND logged."source_type" = 'training_record'
  AND (booked."source_id" = logged."source_id"
    OR (booked."source_id" IS NULL AND booked."amount_ore" = logged."amount_ore"));

UPDATE "cost" SET "first_record_id" = "source_id"
WHERE "replaced_by_id" IS NOT NULL AND "source_type" = 'training_record';
