-- A voucher may have been taken back by several imports: it stands again when the last of them has
-- been taken back, and never again once its own has.
CREATE TABLE "voucher_removal" (
  "voucher_id" UUID NOT NULL,
  "import_id" UUID NOT NULL,
  CONSTRAINT "voucher_removal_pkey" PRIMARY KEY ("voucher_id", "import_id"),
  CONSTRAINT "voucher_removal_voucher_id_fkey" FOREIGN KEY ("voucher_id") REFERENCES "voucher"("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "voucher_removal_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "voucher_removal_import_id_idx" ON "voucher_removal"("import_id");

INSERT INTO "voucher_removal"
WITH RECURSIVE chain (first_id, id, steps) AS (
  SELECT "id", "id", 0 FROM "voucher" WHERE "withdrawn_at" IS NOT NULL
  UNION
  SELECT chain.first_id, later."id", chain.steps + 1
  FROM chain
  JOIN "voucher" one ON one."id" = chain.id
  JOIN "voucher" later ON later."id" = one."replaced_by_id"
  WHERE chain.steps < 1000
)
-- What has taken back the voucher, or what came in its place.
SELECT chain.first_id, one."withdrawn_by_id"
FROM chain JOIN "voucher" one ON one."id" = chain.id
WHERE one."withdrawn_by_id" IS NOT NULL
UNION
-- What brought that, unless it has been taken back.
SELECT chain.first_id, one."import_id"
FROM chain JOIN "voucher" one ON one."id" = chain.id
WHERE chain.steps > 0 AND one."import_id" IS NOT NULL
  AND (one."withdrawn_at" IS NULL OR one."withdrawn_by_id" IS NOT NULL)
UNION
-- Its own import.
SELECT one."id", one."import_id" FROM "voucher" one
WHERE one."withdrawn_at" IS NOT NULL AND one."withdrawn_by_id" IS NULL
  AND one."import_id" IS NOT NULL;

ALTER TABLE "voucher" DROP COLUMN "withdrawn_by_id";
