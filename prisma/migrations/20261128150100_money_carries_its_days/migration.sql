-- Money carries its days: an hour's rate holds until the next one begins, a budget's amount says since
-- when it is decided, and what has been taken back or removed is marked instead of deleted. What this
-- room needs to know of others it is told: what logged courses have promised, until when the ledger
-- has been read, and which periods a funder has read.

-- DropIndex
DROP INDEX "budget_amount_budget_line_id_starts_on_key";

-- DropIndex
DROP INDEX "budget_line_project_id_position_key";

-- DropIndex
DROP INDEX "hour_rate_project_id_valid_from_key";

-- DropIndex
DROP INDEX "partner_name_once";

-- DropIndex
DROP INDEX "budget_line_name_once";

-- AlterTable
ALTER TABLE "appendix" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "budget_amount" ADD COLUMN     "decided_on" DATE NOT NULL DEFAULT '1900-01-01'::date,
ADD COLUMN     "replaced_on" DATE,
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "budget_line" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "grant" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "hour_rate" ADD COLUMN     "ends_before" DATE,
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "own_hours" ADD COLUMN     "replaces_id" UUID;

-- AlterTable
ALTER TABLE "partner" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "phase" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "rebooking" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "row_count" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "before_ore" BIGINT NOT NULL,
    "after_ore" BIGINT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "made_by_name" TEXT NOT NULL,

    CONSTRAINT "rebooking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reported_period" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_before" DATE NOT NULL,
    "source_type" "source_type" NOT NULL,
    "source_id" UUID NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "reported_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commitment" (
    "id" UUID NOT NULL,
    "budget_line_id" UUID NOT NULL,
    "amount_ore" BIGINT NOT NULL,
    "source_type" "source_type" NOT NULL,
    "source_id" UUID NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "commitment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_reading" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "read_on" DATE NOT NULL,
    "source_type" "source_type" NOT NULL,
    "source_id" UUID NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "ledger_reading_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "rebooking_project_id_made_at_idx" ON "rebooking"("project_id", "made_at");

-- CreateIndex
CREATE INDEX "reported_period_project_id_starts_on_idx" ON "reported_period"("project_id", "starts_on");

-- CreateIndex
CREATE INDEX "commitment_budget_line_id_idx" ON "commitment"("budget_line_id");

-- CreateIndex
CREATE INDEX "ledger_reading_project_id_read_on_idx" ON "ledger_reading"("project_id", "read_on");

-- CreateIndex
CREATE INDEX "budget_amount_budget_line_id_starts_on_idx" ON "budget_amount"("budget_line_id", "starts_on");

-- CreateIndex
CREATE INDEX "hour_rate_project_id_valid_from_idx" ON "hour_rate"("project_id", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "own_hours_replaces_id_key" ON "own_hours"("replaces_id");

-- AddForeignKey
ALTER TABLE "own_hours" ADD CONSTRAINT "own_hours_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "own_hours"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rebooking" ADD CONSTRAINT "rebooking_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reported_period" ADD CONSTRAINT "reported_period_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_budget_line_id_fkey" FOREIGN KEY ("budget_line_id") REFERENCES "budget_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_reading" ADD CONSTRAINT "ledger_reading_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A rate has held until the next of its project began.
UPDATE "hour_rate" SET "ends_before" = "following"."valid_from"
FROM (
  SELECT "id", lead("valid_from") OVER (PARTITION BY "project_id" ORDER BY "valid_from") AS "valid_from"
  FROM "hour_rate"
) "following"
WHERE "following"."id" = "hour_rate"."id" AND "following"."valid_from" IS NOT NULL;

-- Own hours keep the rate that they were booked at, also where it is another than that of their day
-- today: the next change of a rate shows them and books them anew.

-- A course that waits for its manager has promised its cost.
INSERT INTO "commitment" ("id", "budget_line_id", "amount_ore", "source_type", "source_id")
SELECT gen_random_uuid(), "budget_line_id", "cost_ore", 'training-record', "id"
FROM "training_record"
WHERE "kind" = 'course' AND "status" = 'submitted' AND "budget_line_id" IS NOT NULL AND "cost_ore" > 0;

-- Each ledger that has been read in, and not taken back, was read until the day it came.
INSERT INTO "ledger_reading" ("id", "project_id", "read_on", "source_type", "source_id")
SELECT gen_random_uuid(), "project_id", ("applied_at" AT TIME ZONE 'Europe/Stockholm')::date, 'import', "id"
FROM "import"
WHERE "kind" = 'sie' AND "applied_at" IS NOT NULL AND "project_id" IS NOT NULL;

INSERT INTO "reported_period" ("id", "project_id", "starts_on", "ends_before", "source_type", "source_id")
SELECT gen_random_uuid(), "project_id", "starts_on", "ends_before", 'report', "id"
FROM "report" WHERE "shared_at" IS NOT NULL;

-- What is unique is so among what stands.
CREATE UNIQUE INDEX "partner_name_once" ON "partner"("project_id", lower("name")) WHERE "withdrawn_at" IS NULL;
CREATE UNIQUE INDEX "budget_line_name_once" ON "budget_line"(
  "project_id", lower("cost_category"), lower("name"), "financing", "grant_id") NULLS NOT DISTINCT
  WHERE "withdrawn_at" IS NULL;
CREATE UNIQUE INDEX "budget_line_position_once" ON "budget_line"("project_id", "position") WHERE "withdrawn_at" IS NULL;
CREATE UNIQUE INDEX "commitment_source_once" ON "commitment"("source_type", "source_id") WHERE "withdrawn_at" IS NULL;
CREATE UNIQUE INDEX "ledger_reading_source_once" ON "ledger_reading"("source_type", "source_id") WHERE "withdrawn_at" IS NULL;
CREATE UNIQUE INDEX "reported_period_source_once" ON "reported_period"("source_type", "source_id") WHERE "withdrawn_at" IS NULL;
ALTER TABLE "hour_rate" ADD CONSTRAINT "hour_rate_once" EXCLUDE USING gist (
  "project_id" WITH =, daterange("valid_from", "ends_before") WITH &&
) WHERE ("withdrawn_at" IS NULL) DEFERRABLE;
ALTER TABLE "budget_amount" ADD CONSTRAINT "budget_amount_once" EXCLUDE USING gist (
  "budget_line_id" WITH =, daterange("starts_on", "ends_before") WITH &&, daterange("decided_on", "replaced_on") WITH &&
) WHERE ("withdrawn_at" IS NULL) DEFERRABLE;

ALTER TABLE "hour_rate" ADD CONSTRAINT "hour_rate_stretch" CHECK ("ends_before" > "valid_from");
ALTER TABLE "budget_amount" ADD CONSTRAINT "budget_amount_decided" CHECK ("replaced_on" > "decided_on");
ALTER TABLE "reported_period" ADD CONSTRAINT "reported_period_period" CHECK ("ends_before" > "starts_on");
ALTER TABLE "reported_period" ADD CONSTRAINT "reported_period_source" CHECK ("source_type" = 'report');
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_source" CHECK ("source_type" = 'training-record');
ALTER TABLE "ledger_reading" ADD CONSTRAINT "ledger_reading_source" CHECK ("source_type" = 'import');
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_positive" CHECK ("amount_ore" > 0);
ALTER TABLE "rebooking" ADD CONSTRAINT "rebooking_values" CHECK ("row_count" > 0 AND "minutes" > 0 AND "last_day" >= "first_day");

SELECT "keep_days_in_bounds"();
