-- A row of the ledger that is several courses' invoice stands in parts, one for each: they have the
-- row's number, and are counted from 1.

ALTER TABLE "cost" ADD COLUMN "row_part" INTEGER NOT NULL DEFAULT 1;
DROP INDEX "cost_voucher_id_row_number_key";
CREATE UNIQUE INDEX "cost_voucher_id_row_number_row_part_key" ON "cost"("voucher_id", "row_number", "row_part");
