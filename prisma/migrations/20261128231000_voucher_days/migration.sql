-- Numbers begin again, so a voucher is known by its day and content too, read from its rows: a hash
-- of them is needed no longer. One that took another's place, and an import that took one back
-- without being its own, are named.
ALTER TABLE "voucher" DROP COLUMN "content_hash";
ALTER TABLE "voucher" ADD COLUMN "replaced_by_id" UUID, ADD COLUMN "withdrawn_by_id" UUID;
ALTER TABLE "voucher" ADD CONSTRAINT "voucher_replaced_by_id_fkey" FOREIGN KEY ("replaced_by_id") REFERENCES "voucher"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "voucher" ADD CONSTRAINT "voucher_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "voucher" ADD CONSTRAINT "voucher_replaced_is_withdrawn" CHECK (
  "withdrawn_at" IS NOT NULL OR ("replaced_by_id" IS NULL AND "withdrawn_by_id" IS NULL));
CREATE INDEX "voucher_replaced_by_id_idx" ON "voucher"("replaced_by_id");
CREATE INDEX "voucher_withdrawn_by_id_idx" ON "voucher"("withdrawn_by_id");
-- All of an object's that stand are compared with a file's; none is looked for by what it is.
DROP INDEX "voucher_identity_object_code_idx";
CREATE INDEX "voucher_object_code_idx" ON "voucher"("object_code");

-- Vouchers of one number were stored as one, with the rows of several days: each day's rows are a
-- voucher again. Its words, where its rows don't agree on any, are not known; the rows' own are kept.
CREATE TEMPORARY TABLE voucher_day ON COMMIT DROP AS
  SELECT gen_random_uuid() AS id, cost.voucher_id, cost.booked_on,
    CASE WHEN count(DISTINCT cost.text) = 1 THEN min(cost.text) ELSE '' END AS text
  FROM cost JOIN voucher ON voucher.id = cost.voucher_id
  WHERE cost.booked_on <> voucher.booked_on
  GROUP BY cost.voucher_id, cost.booked_on;
INSERT INTO voucher (id, project_id, identity, object_code, org_number, fiscal_year, series, number,
  booked_on, text, import_id, withdrawn_at)
SELECT voucher_day.id, voucher.project_id, voucher.identity || ' ' || voucher_day.booked_on,
  voucher.object_code, voucher.org_number, voucher.fiscal_year, voucher.series, voucher.number,
  voucher_day.booked_on, voucher_day.text, voucher.import_id, voucher.withdrawn_at
FROM voucher_day JOIN voucher ON voucher.id = voucher_day.voucher_id;
-- A logged cost goes with the row that is its course's invoice.
UPDATE cost SET replaced_by_id = voucher_day.id
FROM cost booked, voucher_day
WHERE cost.replaced_by_id = booked.voucher_id AND booked.source_id = cost.source_id
  AND booked.source_type = cost.source_type
  AND voucher_day.voucher_id = booked.voucher_id AND voucher_day.booked_on = booked.booked_on;
UPDATE cost SET voucher_id = voucher_day.id
FROM voucher_day
WHERE cost.voucher_id = voucher_day.voucher_id AND cost.booked_on = voucher_day.booked_on;
