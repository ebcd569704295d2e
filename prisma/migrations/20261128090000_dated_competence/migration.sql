-- What is required, and what a method consists of, count from a day and until. What is there today
-- has done so since always: since 1900-01-01, the floor of days.

ALTER TABLE "requirement"
  ADD COLUMN "starts_on" DATE NOT NULL DEFAULT '1900-01-01',
  ADD COLUMN "ends_before" DATE,
  ADD COLUMN "withdrawn_at" TIMESTAMPTZ(3);
ALTER TABLE "requirement" ALTER COLUMN "starts_on" DROP DEFAULT;
DROP INDEX "requirement_unit_id_competence_id_key";
CREATE INDEX "requirement_unit_id_competence_id_idx" ON "requirement"("unit_id", "competence_id");

ALTER TABLE "core_element"
  ADD COLUMN "starts_on" DATE NOT NULL DEFAULT '1900-01-01',
  ADD COLUMN "ends_before" DATE,
  ADD COLUMN "withdrawn_at" TIMESTAMPTZ(3);
ALTER TABLE "core_element" ALTER COLUMN "starts_on" DROP DEFAULT;
DROP INDEX "core_element_competence_id_position_key";
CREATE INDEX "core_element_competence_id_position_idx" ON "core_element"("competence_id", "position");

CREATE INDEX "hand_over_element_core_element_id_idx" ON "hand_over_element"("core_element_id");

-- A group is frozen for its project's first day, whenever somebody pressed the button; its members
-- stay as they are.
UPDATE "frozen_group" SET "frozen_on" = "project"."starts_on"
FROM "project" WHERE "project"."id" = "frozen_group"."project_id";

-- Codes are written in small letters, which the form has always seen to.
DO $$
DECLARE
  twins text;
BEGIN
  SELECT string_agg("code", ', ') INTO twins FROM "competence"
  WHERE lower("code") IN (SELECT lower("code") FROM "competence" GROUP BY 1 HAVING count(*) > 1);
  IF twins IS NOT NULL THEN
    RAISE EXCEPTION 'Kaskad can''t tell these competences'' codes apart, which differ by capitals alone: %. Give them other codes in the older version, and start again.', twins;
  END IF;
END $$;
UPDATE "competence" SET "code" = lower("code") WHERE "code" <> lower("code");

-- Of the competences of an authority whose names are alike but for capitals, the first that was
-- made keeps its name; the others are numbered, with the first number that is free.
DO $$
DECLARE
  twin record;
  number int;
BEGIN
  FOR twin IN
    SELECT "id", "authority_id", "name" FROM (
      SELECT "id", "authority_id", "name",
        row_number() OVER (PARTITION BY "authority_id", lower("name") ORDER BY "id") AS place
      FROM "competence"
    ) named WHERE place > 1 ORDER BY "id"
  LOOP
    number := 2;
    WHILE EXISTS (
      SELECT FROM "competence"
      WHERE "authority_id" = twin."authority_id"
        AND lower("name") = lower(twin."name" || ' (' || number || ')')
    ) LOOP
      number := number + 1;
    END LOOP;
    UPDATE "competence" SET "name" = twin."name" || ' (' || number || ')' WHERE "id" = twin."id";
  END LOOP;
END $$;

ALTER TABLE "competence" ADD CONSTRAINT "competence_code_in_small" CHECK ("code" = lower("code"));
CREATE UNIQUE INDEX "competence_name_alike" ON "competence"("authority_id", lower("name"));

ALTER TABLE "requirement" ADD CONSTRAINT "requirement_days" CHECK ("starts_on" >= '1900-01-01' AND "ends_before" > "starts_on");
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_once" EXCLUDE USING gist (
  "unit_id" WITH =, "competence_id" WITH =, daterange("starts_on", "ends_before") WITH &&
) WHERE ("withdrawn_at" IS NULL);

ALTER TABLE "core_element" ADD CONSTRAINT "core_element_days" CHECK ("starts_on" >= '1900-01-01' AND "ends_before" > "starts_on");
CREATE UNIQUE INDEX "core_element_place" ON "core_element"("competence_id", "position")
  WHERE "withdrawn_at" IS NULL AND "ends_before" IS NULL;

ALTER TABLE "attestation" ADD CONSTRAINT "attestation_from" CHECK ("source_id" IS NULL OR "source" IN ('course', 'hand-over'));

-- What a hand-over delivered was a part of the method on its day: an element can't be delivered
-- outside its days, nor lose a day on which a hand-over that stands has delivered it. Who enters a
-- hand-over and who changes its elements at the same moment do so one after the other.
CREATE FUNCTION "keep_delivered_in_force"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM core_element
  WHERE id IN (SELECT core_element_id FROM delivered) FOR SHARE;
  IF EXISTS (
    SELECT FROM delivered
    JOIN hand_over ON hand_over.id = delivered.hand_over_id AND hand_over.withdrawn_at IS NULL
    JOIN core_element element ON element.id = delivered.core_element_id
    WHERE element.withdrawn_at IS NOT NULL OR element.starts_on > hand_over.held_on
      OR element.ends_before <= hand_over.held_on
  ) THEN
    RAISE EXCEPTION 'core_element_delivered' USING ERRCODE = 'check_violation', CONSTRAINT = 'core_element_delivered';
  END IF;
  RETURN NULL;
END;
$$;
CREATE TRIGGER "delivered_is_in_force" AFTER INSERT ON "hand_over_element"
  REFERENCING NEW TABLE AS delivered FOR EACH STATEMENT EXECUTE FUNCTION "keep_delivered_in_force"();

CREATE FUNCTION "keep_days_of_delivered"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM hand_over_element delivered
    JOIN hand_over ON hand_over.id = delivered.hand_over_id AND hand_over.withdrawn_at IS NULL
    WHERE delivered.core_element_id = NEW.id
      AND (NEW.withdrawn_at IS NOT NULL OR NEW.starts_on > hand_over.held_on
        OR NEW.ends_before <= hand_over.held_on)
  ) THEN
    RAISE EXCEPTION 'core_element_delivered' USING ERRCODE = 'check_violation', CONSTRAINT = 'core_element_delivered';
  END IF;
  RETURN NULL;
END;
$$;
CREATE TRIGGER "delivered_keeps_its_days" AFTER UPDATE OF "starts_on", "ends_before", "withdrawn_at" ON "core_element"
  FOR EACH ROW EXECUTE FUNCTION "keep_days_of_delivered"();
SELECT "keep_days_in_bounds"();
