-- The lineage becomes a stored projection of its facts, and a level from a hand-over follows from
-- it: it stands from the day that the learner's part counts.

ALTER TABLE "attestation" ADD COLUMN "stands_from" DATE;
UPDATE "attestation" SET "stands_from" = "attested_on";
ALTER TABLE "attestation" ALTER COLUMN "stands_from" SET NOT NULL;
ALTER TABLE "attestation" ADD CONSTRAINT "attestation_stands" CHECK ("stands_from" >= "attested_on");
-- One level for each learner of a hand-over; of two that stand the first is kept.
UPDATE "attestation" SET "withdrawn_at" = now()
WHERE "source" = 'hand-over' AND "withdrawn_at" IS NULL AND EXISTS (
  SELECT FROM "attestation" earlier
  WHERE earlier."source" = 'hand-over' AND earlier."withdrawn_at" IS NULL
    AND earlier."source_id" = "attestation"."source_id"
    AND earlier."person_id" = "attestation"."person_id" AND earlier."id" < "attestation"."id");
CREATE UNIQUE INDEX "attestation_once_a_learner" ON "attestation" ("source_id", "person_id")
  WHERE "source" = 'hand-over' AND "withdrawn_at" IS NULL;

CREATE TABLE "lineage_person" (
    "competence_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "known_from" DATE NOT NULL,
    "known_until" DATE,
    "acquired_on" DATE NOT NULL,
    "generation" INTEGER NOT NULL,
    "hand_over_id" UUID,

    CONSTRAINT "lineage_person_pkey" PRIMARY KEY ("competence_id","person_id","known_from")
);
CREATE INDEX "lineage_person_person_id_idx" ON "lineage_person"("person_id");

CREATE TABLE "lineage_hand_over" (
    "hand_over_id" UUID NOT NULL,
    "competence_id" UUID NOT NULL,
    "circle_id" UUID NOT NULL,
    "known_from" DATE NOT NULL,
    "known_until" DATE,
    "generation" INTEGER,
    "reason" TEXT,
    "valid_trainers" UUID[],

    CONSTRAINT "lineage_hand_over_pkey" PRIMARY KEY ("hand_over_id","known_from")
);
CREATE INDEX "lineage_hand_over_competence_id_circle_id_idx" ON "lineage_hand_over"("competence_id", "circle_id");

CREATE TABLE "lineage_part" (
    "hand_over_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "competence_id" UUID NOT NULL,
    "known_from" DATE NOT NULL,

    CONSTRAINT "lineage_part_pkey" PRIMARY KEY ("hand_over_id","person_id")
);
CREATE INDEX "lineage_part_competence_id_person_id_idx" ON "lineage_part"("competence_id", "person_id");

CREATE TABLE "lineage_circle" (
    "competence_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "circle_id" UUID NOT NULL,

    CONSTRAINT "lineage_circle_pkey" PRIMARY KEY ("competence_id","person_id")
);
CREATE INDEX "lineage_circle_competence_id_circle_id_idx" ON "lineage_circle"("competence_id", "circle_id");

CREATE TABLE "lineage_due" (
    "competence_id" UUID NOT NULL,
    "transaction" BIGINT NOT NULL,

    CONSTRAINT "lineage_due_pkey" PRIMARY KEY ("competence_id","transaction")
);

ALTER TABLE "lineage_hand_over" ADD CONSTRAINT "lineage_hand_over_standing" CHECK (
  ("generation" IS NULL) = ("reason" IS NOT NULL) AND (cardinality("valid_trainers") > 0) = ("generation" IS NOT NULL));

-- Whatever changes a fact of the lineage says so, whoever changes it. Levels from hand-overs follow
-- from the lineage and are none of its facts; a part counts on its project's last day at the
-- latest, so that the days of a project are.
CREATE FUNCTION "attestation_changes_lineage"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lineage_due SELECT DISTINCT competence_id, pg_current_xact_id()::text::bigint
  FROM changed WHERE source <> 'hand-over' ON CONFLICT DO NOTHING;
  RETURN NULL;
END;
$$;
CREATE FUNCTION "hand_over_changes_lineage"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lineage_due SELECT DISTINCT competence_id, pg_current_xact_id()::text::bigint
  FROM changed ON CONFLICT DO NOTHING;
  RETURN NULL;
END;
$$;
CREATE FUNCTION "hand_over_part_changes_lineage"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lineage_due SELECT DISTINCT hand_over.competence_id, pg_current_xact_id()::text::bigint
  FROM changed JOIN hand_over ON hand_over.id = changed.hand_over_id ON CONFLICT DO NOTHING;
  RETURN NULL;
END;
$$;
CREATE FUNCTION "project_changes_lineage"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lineage_due SELECT DISTINCT hand_over.competence_id, pg_current_xact_id()::text::bigint
  FROM changed JOIN hand_over ON hand_over.project_id = changed.id ON CONFLICT DO NOTHING;
  RETURN NULL;
END;
$$;
DO $$
DECLARE
  facts record;
BEGIN
  FOR facts IN
    SELECT * FROM (VALUES
      ('attestation', 'attestation'), ('hand_over', 'hand_over'),
      ('hand_over_trainer', 'hand_over_part'), ('hand_over_learner', 'hand_over_part'),
      ('project', 'project')) AS of_lineage (of_table, changes)
    CROSS JOIN (VALUES ('INSERT', 'NEW'), ('UPDATE', 'NEW'), ('DELETE', 'OLD')) AS act (event, side)
  LOOP
    EXECUTE format(
      'CREATE TRIGGER %I AFTER %s ON %I REFERENCING %s TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION %I()',
      facts.of_table || '_is_of_lineage_' || lower(facts.event), facts.event, facts.of_table,
      facts.side, facts.changes || '_changes_lineage');
  END LOOP;
END $$;

-- All of today's are reckoned when the program starts.
INSERT INTO "lineage_due" SELECT "id", 0 FROM "competence";
