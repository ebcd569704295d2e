-- A target says since when it is decided, and a measurement is corrected or withdrawn with its trace.

-- Today's targets hold since always: since 1900-01-01, the floor of days.
ALTER TABLE "indicator_target"
  ADD COLUMN "decided_on" DATE NOT NULL DEFAULT '1900-01-01',
  ADD COLUMN "replaced_on" DATE,
  ADD COLUMN "withdrawn_at" TIMESTAMPTZ(3);
ALTER TABLE "indicator_target" ALTER COLUMN "decided_on" DROP DEFAULT;
DROP INDEX "indicator_target_indicator_id_due_on_key";
CREATE INDEX "indicator_target_indicator_id_due_on_idx" ON "indicator_target"("indicator_id", "due_on");
ALTER TABLE "indicator_target" ADD CONSTRAINT "indicator_target_decided" CHECK ("replaced_on" > "decided_on");
ALTER TABLE "indicator_target" ADD CONSTRAINT "indicator_target_once" EXCLUDE USING gist (
  "indicator_id" WITH =, "due_on" WITH =, daterange("decided_on", "replaced_on") WITH &&
) WHERE ("withdrawn_at" IS NULL) DEFERRABLE;

ALTER TABLE "measurement"
  ADD COLUMN "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "replaces_id" UUID,
  ADD COLUMN "withdrawn_at" TIMESTAMPTZ(3),
  ADD COLUMN "withdrawn_by_id" UUID,
  ADD COLUMN "withdrawn_reason" TEXT NOT NULL DEFAULT '';
UPDATE "measurement" SET "entered_at" = "created_at";
CREATE UNIQUE INDEX "measurement_replaces_id_key" ON "measurement"("replaces_id");
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "measurement"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_withdrawn" CHECK ("withdrawn_at" IS NOT NULL OR ("withdrawn_by_id" IS NULL AND "withdrawn_reason" = ''));

-- Which direction is good, where all targets lie on the other side of the baseline: theirs, by which
-- progress has been measured all the time.
UPDATE "indicator" SET "higher_is_better" = NOT "higher_is_better"
WHERE EXISTS (SELECT FROM "indicator_target" target
    WHERE target."indicator_id" = "indicator"."id" AND target."value" <> "indicator"."baseline")
  AND NOT EXISTS (SELECT FROM "indicator_target" target
    WHERE target."indicator_id" = "indicator"."id" AND CASE WHEN "indicator"."higher_is_better"
      THEN target."value" > "indicator"."baseline" ELSE target."value" < "indicator"."baseline" END);

-- What is computed from records is not added to where it started: it is what the records say.
UPDATE "indicator" SET "cumulation" = 'latest' WHERE "source" IS NOT NULL AND "baseline" <> 0 AND "cumulation" = 'sum';

SELECT "keep_days_in_bounds"();
