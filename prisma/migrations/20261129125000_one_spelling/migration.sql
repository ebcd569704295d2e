-- The words of a set are spelled alike in the database and in the program. Constraints follow by
-- themselves; functions written as text are written anew.
ALTER TYPE "role" RENAME VALUE 'project-manager' TO 'project_manager';
ALTER TYPE "hand_over_form" RENAME VALUE 'walk-through' TO 'walk_through';
ALTER TYPE "hand_over_form" RENAME VALUE 'side-by-side' TO 'side_by_side';
ALTER TYPE "hand_over_form" RENAME VALUE 'in-house-course' TO 'in_house_course';
ALTER TYPE "attestation_source" RENAME VALUE 'hand-over' TO 'hand_over';
ALTER TYPE "attestation_source" RENAME VALUE 'teach-back' TO 'teach_back';
ALTER TYPE "financing" RENAME VALUE 'in-kind' TO 'in_kind';
ALTER TYPE "training_kind" RENAME VALUE 'hand-over' TO 'hand_over';
ALTER TYPE "source_type" RENAME VALUE 'training-record' TO 'training_record';
ALTER TYPE "source_type" RENAME VALUE 'hand-over' TO 'hand_over';
ALTER TYPE "freezing" RENAME VALUE 'at-upgrade' TO 'at_upgrade';

CREATE OR REPLACE FUNCTION "attestation_changes_lineage"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lineage_due SELECT DISTINCT competence_id, pg_current_xact_id()::text::bigint
  FROM changed WHERE source <> 'hand_over' ON CONFLICT DO NOTHING;
  RETURN NULL;
END;
$$;
