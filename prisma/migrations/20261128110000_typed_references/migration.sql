-- A row that came from another says of what kind that is, a row that takes another's place takes its
-- links, and what has been taken back stands in nobody's way.

CREATE TYPE "source_type" AS ENUM ('training-record', 'hand-over', 'import');

ALTER TABLE "cost" ADD COLUMN "source_type" "source_type", ADD COLUMN "replaced_by_id" UUID;
ALTER TABLE "own_hours" ADD COLUMN "source_type" "source_type";
ALTER TABLE "training_record" ADD COLUMN "source_type" "source_type";
ALTER TABLE "attestation" ADD COLUMN "source_type" "source_type";

UPDATE "cost" SET "source_type" = 'training-record' WHERE "source_id" IS NOT NULL;
UPDATE "own_hours" SET "source_type" = 'hand-over' WHERE "source_id" IS NOT NULL;
-- A logged course came from nowhere else, and a level that a manager confirmed from nothing.
UPDATE "training_record" SET "source_id" = NULL WHERE "kind" = 'course';
UPDATE "training_record" SET "source_type" = "kind"::text::"source_type" WHERE "source_id" IS NOT NULL;
UPDATE "attestation" SET "source_id" = NULL WHERE "source" IN ('manager', 'teach-back');
UPDATE "attestation" SET "source_type" =
  CASE "source" WHEN 'course' THEN 'training-record'::"source_type" ELSE 'hand-over' END
WHERE "source_id" IS NOT NULL;

ALTER TABLE "cost" ADD CONSTRAINT "cost_source" CHECK (
  ("source_type" IS NULL) = ("source_id" IS NULL) AND "source_type" IN ('training-record'));
ALTER TABLE "own_hours" ADD CONSTRAINT "own_hours_source" CHECK (
  ("source_type" IS NULL) = ("source_id" IS NULL) AND "source_type" IN ('hand-over'));
ALTER TABLE "training_record" ADD CONSTRAINT "training_record_source" CHECK (
  ("source_type" IS NULL) = ("source_id" IS NULL) AND CASE "kind"
    WHEN 'course' THEN "source_type" IS NULL
    WHEN 'hand-over' THEN "source_type" = 'hand-over'
    ELSE "source_type" = 'import' END);
ALTER TABLE "attestation" ADD CONSTRAINT "attestation_source" CHECK (
  ("source_type" IS NULL) = ("source_id" IS NULL) AND CASE "source"
    WHEN 'course' THEN "source_type" = 'training-record'
    WHEN 'hand-over' THEN "source_type" = 'hand-over'
    ELSE "source_type" IS NULL END);

-- A ledger that is taken back is marked, and its vouchers can be brought in again.
ALTER TABLE "voucher" ADD COLUMN "withdrawn_at" TIMESTAMPTZ(3);
DROP INDEX "voucher_identity_object_code_key";
CREATE UNIQUE INDEX "voucher_once" ON "voucher"("identity", "object_code") WHERE "withdrawn_at" IS NULL;
CREATE INDEX "voucher_identity_object_code_idx" ON "voucher"("identity", "object_code");

-- So can a row of a list that has been taken back.
DROP INDEX "training_record_source_key_key";
CREATE UNIQUE INDEX "training_record_source_key_once" ON "training_record"("source_key") WHERE "status" <> 'withdrawn';
CREATE INDEX "training_record_source_key_idx" ON "training_record"("source_key");

-- A logged cost that the ledger's voucher has replaced names it; the trail knows which it was. The
-- voucher's row with the same amount, or all its rows where that is their sum, now are the course's.
ALTER TABLE "cost" ADD CONSTRAINT "cost_replaced_by_id_fkey" FOREIGN KEY ("replaced_by_id") REFERENCES "voucher"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "cost_replaced_by_id_idx" ON "cost"("replaced_by_id");
UPDATE cost SET replaced_by_id = voucher.id
FROM audit_event
JOIN voucher ON voucher.identity = audit_event.detail->>'replacedByVoucher'
JOIN import ON import.id = voucher.import_id
WHERE audit_event.subject_type = 'cost' AND audit_event.subject_id = cost.id::text
  AND import.outcome->'replaced' ? cost.id::text
  AND cost.withdrawn_at IS NOT NULL AND cost.voucher_id IS NULL;
WITH logged AS (
  SELECT replaced_by_id, amount_ore, source_id,
    row_number() OVER (PARTITION BY replaced_by_id, amount_ore ORDER BY id) AS place
  FROM cost WHERE replaced_by_id IS NOT NULL
), booked AS (
  SELECT id, voucher_id, amount_ore,
    row_number() OVER (PARTITION BY voucher_id, amount_ore ORDER BY row_number) AS place
  FROM cost WHERE voucher_id IN (SELECT replaced_by_id FROM logged)
)
UPDATE cost SET source_type = 'training-record', source_id = logged.source_id
FROM logged JOIN booked ON booked.voucher_id = logged.replaced_by_id
  AND booked.amount_ore = logged.amount_ore AND booked.place = logged.place
WHERE cost.id = booked.id;
UPDATE cost SET source_type = 'training-record', source_id = logged.source_id
FROM cost logged
WHERE cost.voucher_id = logged.replaced_by_id
  AND logged.amount_ore = (SELECT sum(amount_ore) FROM cost booked WHERE booked.voucher_id = logged.replaced_by_id)
  AND NOT EXISTS (SELECT FROM cost booked WHERE booked.voucher_id = logged.replaced_by_id AND booked.source_id IS NOT NULL);
ALTER TABLE "cost" ADD CONSTRAINT "cost_replaced" CHECK (
  "replaced_by_id" IS NULL OR ("withdrawn_at" IS NOT NULL AND "voucher_id" IS NULL AND "source_id" IS NOT NULL));

-- A role reaches what it is for: a manager's a unit, a project manager's and a funder's a project,
-- others nothing in particular. What stood beside that gave nothing.
UPDATE "role_grant" SET "unit_id" = NULL WHERE "role" <> 'manager';
UPDATE "role_grant" SET "project_id" = NULL WHERE "role" NOT IN ('project-manager', 'funder');
DO $$
BEGIN
  IF EXISTS (
    SELECT FROM "role_grant"
    WHERE ("role" = 'manager' AND "unit_id" IS NULL)
      OR ("role" IN ('project-manager', 'funder') AND "project_id" IS NULL)
  ) THEN
    RAISE EXCEPTION 'An account has the role of a manager without a unit, or of a project manager or funder without a project, and so reaches nothing. Remove these rows of role_grant, and start again.';
  END IF;
END $$;
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_reach" CHECK (CASE
  WHEN "role" = 'manager' THEN "unit_id" IS NOT NULL AND "project_id" IS NULL
  WHEN "role" IN ('project-manager', 'funder') THEN "project_id" IS NOT NULL AND "unit_id" IS NULL
  ELSE "unit_id" IS NULL AND "project_id" IS NULL END);
