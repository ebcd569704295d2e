-- Where somebody works becomes a stretch of time of its own. Today's unit, title and days of each
-- person are their first stretch, of full time.

-- No two placements of somebody in one unit overlap: a rule that needs this extension.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS btree_gist;
EXCEPTION WHEN OTHERS THEN
  RAISE EXCEPTION 'Kaskad needs PostgreSQL''s extension btree_gist, which could not be made here (%). Install the server''s contrib package, or let a superuser run CREATE EXTENSION btree_gist in this database, and start again.', SQLERRM;
END $$;

CREATE TABLE "placement" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "job_title" TEXT NOT NULL DEFAULT '',
    "share" INTEGER NOT NULL DEFAULT 100,
    "starts_on" DATE NOT NULL,
    "ends_before" DATE,
    "is_last" BOOLEAN NOT NULL DEFAULT true,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "placement_pkey" PRIMARY KEY ("id")
);

-- Whose last day lay before their first is taken to have worked that one day. Who hasn't left has
-- no end (the greatest of nothing and a day would be that day).
INSERT INTO "placement" ("id", "person_id", "unit_id", "job_title", "starts_on", "ends_before")
SELECT gen_random_uuid(), "id", "unit_id", "job_title", "joined_on",
  CASE WHEN "left_on" IS NOT NULL THEN greatest("left_on", "joined_on" + 1) END
FROM "person";

CREATE INDEX "placement_person_id_starts_on_idx" ON "placement"("person_id", "starts_on");
CREATE INDEX "placement_unit_id_starts_on_idx" ON "placement"("unit_id", "starts_on");
ALTER TABLE "placement" ADD CONSTRAINT "placement_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "placement" ADD CONSTRAINT "placement_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "person" DROP CONSTRAINT "person_unit_id_fkey";
DROP INDEX "person_unit_id_family_name_given_name_idx";
ALTER TABLE "person" DROP COLUMN "unit_id", DROP COLUMN "job_title", DROP COLUMN "joined_on", DROP COLUMN "left_on";

ALTER TABLE "placement" ADD CONSTRAINT "placement_values" CHECK ("share" BETWEEN 1 AND 100 AND "ends_before" > "starts_on");
ALTER TABLE "placement" ADD CONSTRAINT "placement_once" EXCLUDE USING gist (
  "person_id" WITH =, "unit_id" WITH =, daterange("starts_on", "ends_before") WITH &&
) WHERE ("withdrawn_at" IS NULL) DEFERRABLE;

-- Keeps what needs all of a person's placements: their shares of any day are within 100 per cent,
-- and the one that ends last is marked. Two who change the same person do so one after the other.
CREATE FUNCTION "keep_placements"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  somebody uuid;
BEGIN
  FOR somebody IN
    SELECT DISTINCT id FROM (VALUES (OLD.person_id), (NEW.person_id)) AS changed (id)
    WHERE id IS NOT NULL ORDER BY id
  LOOP
    PERFORM FROM person WHERE id = somebody FOR NO KEY UPDATE;
    IF EXISTS (
      SELECT FROM placement first JOIN placement other
        ON other.person_id = somebody AND other.withdrawn_at IS NULL
        AND other.starts_on <= first.starts_on
        AND (other.ends_before IS NULL OR other.ends_before > first.starts_on)
      WHERE first.person_id = somebody AND first.withdrawn_at IS NULL
      GROUP BY first.id HAVING sum(other.share) > 100
    ) THEN
      RAISE EXCEPTION 'placement_shares' USING ERRCODE = 'check_violation', CONSTRAINT = 'placement_shares';
    END IF;
    UPDATE placement SET is_last = stands.is_last
    FROM (
      SELECT id, coalesce(ends_before, 'infinity') = max(coalesce(ends_before, 'infinity')) OVER () AS is_last
      FROM placement WHERE person_id = somebody AND withdrawn_at IS NULL
    ) stands
    WHERE placement.id = stands.id AND placement.is_last <> stands.is_last;
  END LOOP;
  RETURN NULL;
END;
$$;
CREATE TRIGGER "placement_is_kept" AFTER INSERT OR DELETE OR UPDATE OF
  "person_id", "unit_id", "share", "starts_on", "ends_before", "withdrawn_at" ON "placement"
  FOR EACH ROW EXECUTE FUNCTION "keep_placements"();
