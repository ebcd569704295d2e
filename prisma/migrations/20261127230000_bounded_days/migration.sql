-- Days go from 1900-01-01 to 2199-12-31, as `dayBounds` of the app says; an end, which is the first
-- day after, goes a day further. What lies outside is brought in first, so that its pages open again.

-- An end that never comes ("9999-12-31") is no end, where a row may be without.
UPDATE "requirement" SET "due_on" = NULL WHERE "due_on" > DATE '2199-12-31';
UPDATE "grant" SET "closed_on" = NULL WHERE "closed_on" > DATE '2199-12-31';

-- So of where somebody works. Of a stretch that lies wholly outside no day is left, and it is
-- withdrawn, unless it is the last that there is of somebody.
UPDATE "placement" SET "withdrawn_at" = now()
  WHERE "withdrawn_at" IS NULL
    AND ("starts_on" > DATE '2199-12-31' OR "ends_before" <= DATE '1900-01-01')
    AND EXISTS (
      SELECT FROM "placement" AS "other"
      WHERE "other"."person_id" = "placement"."person_id" AND "other"."withdrawn_at" IS NULL
        AND ("other"."starts_on" > "placement"."starts_on"
          OR "other"."starts_on" <= DATE '2199-12-31'
            AND ("other"."ends_before" IS NULL OR "other"."ends_before" > DATE '1900-01-01'))
    );
UPDATE "placement" SET
  "starts_on" = LEAST(GREATEST("starts_on", DATE '1900-01-01'), DATE '2199-12-31'),
  "ends_before" = CASE
    WHEN "ends_before" <= DATE '2200-01-01' THEN GREATEST("ends_before", DATE '1900-01-02')
  END
  WHERE "starts_on" NOT BETWEEN DATE '1900-01-01' AND DATE '2199-12-31'
    OR "ends_before" > DATE '2200-01-01';

-- Of one line, project or indicator no two rows may have one day: those that lie outside keep their
-- order, a day apart.
DROP INDEX "budget_amount_budget_line_id_starts_on_key";
UPDATE "budget_amount" SET
  "starts_on" = "placed"."day",
  "ends_before" = LEAST(GREATEST("ends_before", "placed"."day" + 1), DATE '2200-01-01')
  FROM (SELECT "id", LEAST(
      GREATEST("starts_on", DATE '1900-01-01' + CAST(row_number() OVER (PARTITION BY "budget_line_id" ORDER BY "starts_on") AS int) - 1),
      DATE '2199-12-31' - CAST(row_number() OVER (PARTITION BY "budget_line_id" ORDER BY "starts_on" DESC) AS int) + 1
    ) AS "day" FROM "budget_amount") AS "placed"
  WHERE "placed"."id" = "budget_amount"."id"
    AND ("placed"."day" <> "starts_on" OR "ends_before" > DATE '2200-01-01');
CREATE UNIQUE INDEX "budget_amount_budget_line_id_starts_on_key" ON "budget_amount"("budget_line_id", "starts_on");

DROP INDEX "hour_rate_project_id_valid_from_key";
UPDATE "hour_rate" SET "valid_from" = "placed"."day"
  FROM (SELECT "id", LEAST(
      GREATEST("valid_from", DATE '1900-01-01' + CAST(row_number() OVER (PARTITION BY "project_id" ORDER BY "valid_from") AS int) - 1),
      DATE '2199-12-31' - CAST(row_number() OVER (PARTITION BY "project_id" ORDER BY "valid_from" DESC) AS int) + 1
    ) AS "day" FROM "hour_rate") AS "placed"
  WHERE "placed"."id" = "hour_rate"."id" AND "placed"."day" <> "valid_from";
CREATE UNIQUE INDEX "hour_rate_project_id_valid_from_key" ON "hour_rate"("project_id", "valid_from");

DROP INDEX "indicator_target_indicator_id_due_on_key";
UPDATE "indicator_target" SET "due_on" = "placed"."day"
  FROM (SELECT "id", LEAST(
      GREATEST("due_on", DATE '1900-01-01' + CAST(row_number() OVER (PARTITION BY "indicator_id" ORDER BY "due_on") AS int) - 1),
      DATE '2199-12-31' - CAST(row_number() OVER (PARTITION BY "indicator_id" ORDER BY "due_on" DESC) AS int) + 1
    ) AS "day" FROM "indicator_target") AS "placed"
  WHERE "placed"."id" = "indicator_target"."id" AND "placed"."day" <> "due_on";
CREATE UNIQUE INDEX "indicator_target_indicator_id_due_on_key" ON "indicator_target"("indicator_id", "due_on");

-- Brings in what any other column has outside, the columns of a table at one stroke, and gives every
-- column of days that lacks it its check. A later migration that adds such a column calls it again;
-- a test lists the columns.
CREATE FUNCTION "keep_days_in_bounds"() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  place record;
BEGIN
  FOR place IN
    SELECT "table", string_agg(format(
        '%1$I = CASE WHEN %1$I < %2$L THEN %2$L WHEN %1$I > %3$L THEN %3$L ELSE %1$I END',
        "column", "first", "last"), ', ') AS "bring_in",
      string_agg(format('%I NOT BETWEEN %L AND %L', "column", "first", "last"), ' OR ') AS "outside",
      string_agg(format('ADD CONSTRAINT %I CHECK (%I BETWEEN DATE %L AND DATE %L)',
        "table" || '_' || "column" || '_in_bounds', "column", "first", "last"), ', ') AS "checks"
    FROM (
      SELECT c.relname AS "table", a.attname AS "column",
        DATE '1900-01-01' + "end"."days" AS "first", DATE '2199-12-31' + "end"."days" AS "last"
      FROM pg_attribute a
      JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p')
      JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
      CROSS JOIN LATERAL (
        SELECT CASE WHEN a.attname ~ '^ends_before$|_until$' THEN 1 ELSE 0 END AS "days"
      ) AS "end"
      WHERE a.atttypid = 'date'::regtype AND a.attnum > 0 AND NOT a.attisdropped
        AND NOT EXISTS (
          SELECT FROM pg_constraint k
          WHERE k.conrelid = c.oid AND k.conname = c.relname || '_' || a.attname || '_in_bounds'
        )
    ) AS "columns"
    GROUP BY "table"
  LOOP
    EXECUTE format('UPDATE %I SET %s WHERE %s', place."table", place."bring_in", place."outside");
    EXECUTE format('ALTER TABLE %I %s', place."table", place."checks");
  END LOOP;
END;
$$;
SELECT "keep_days_in_bounds"();
