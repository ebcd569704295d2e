-- A reading says of which of the ledger's objects it is: a project's ledger is known as far as each of
-- them is.

ALTER TABLE "ledger_reading" ADD COLUMN "object_codes" TEXT[] NOT NULL DEFAULT ARRAY[''];
UPDATE "ledger_reading" reading SET "object_codes" = ARRAY["import"."choices"->>'object']
FROM "import" WHERE "import"."id" = reading."source_id" AND "import"."choices"->>'object' IS NOT NULL;
