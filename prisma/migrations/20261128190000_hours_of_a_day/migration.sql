-- Nobody works more than 24 own hours on a day, in all projects together. What others have entered
-- of somebody who hasn't answered yet is no word of theirs, and leaves no room out.

ALTER TABLE "own_hours" ADD COLUMN "unanswered" BOOLEAN NOT NULL DEFAULT false;

-- Whoever entered a hand-over has said yes for themselves.
UPDATE "own_hours" SET "unanswered" = true
FROM "hand_over_learner" "learner"
JOIN "hand_over" ON "hand_over"."id" = "learner"."hand_over_id"
LEFT JOIN "account" ON "account"."id" = "hand_over"."entered_by_id"
WHERE "own_hours"."source_type" = 'hand-over' AND "own_hours"."source_id" = "learner"."hand_over_id"
  AND "own_hours"."person_id" = "learner"."person_id"
  AND "learner"."confirmed_on" IS NULL AND "learner"."declined_on" IS NULL
  AND "account"."person_id" IS DISTINCT FROM "learner"."person_id";

ALTER TABLE "own_hours" ADD CONSTRAINT "own_hours_unanswered" CHECK (
  NOT "unanswered" OR ("person_id" IS NOT NULL AND "source_type" IS NOT NULL));

-- Two who write hours of the same person do so one after the other. Days that are longer already
-- stay as they are, and may become shorter; what is booked anew at another rate is no longer.
CREATE FUNCTION "keep_hours_of_day"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM person WHERE id = NEW.person_id FOR NO KEY UPDATE;
  IF TG_OP = 'INSERT' AND EXISTS (
    SELECT FROM own_hours WHERE id = NEW.replaces_id AND person_id = NEW.person_id
      AND worked_on = NEW.worked_on AND minutes >= NEW.minutes
      AND withdrawn_at IS NOT NULL AND NOT unanswered
  ) THEN
    RETURN NULL;
  END IF;
  IF (
    SELECT sum(minutes) FROM own_hours
    WHERE person_id = NEW.person_id AND worked_on = NEW.worked_on
      AND withdrawn_at IS NULL AND NOT unanswered
  ) > 24 * 60 THEN
    RAISE EXCEPTION 'own_hours_of_day' USING ERRCODE = 'check_violation', CONSTRAINT = 'own_hours_of_day';
  END IF;
  RETURN NULL;
END;
$$;
CREATE TRIGGER "own_hours_of_day_are_kept" AFTER INSERT ON "own_hours" FOR EACH ROW
  WHEN (NEW.person_id IS NOT NULL AND NEW.withdrawn_at IS NULL AND NOT NEW.unanswered)
  EXECUTE FUNCTION "keep_hours_of_day"();
CREATE TRIGGER "own_hours_of_changed_day_are_kept" AFTER UPDATE OF
  "person_id", "worked_on", "minutes", "withdrawn_at", "unanswered" ON "own_hours" FOR EACH ROW
  WHEN (NEW.person_id IS NOT NULL AND NEW.withdrawn_at IS NULL AND NOT NEW.unanswered AND (
    OLD.person_id IS DISTINCT FROM NEW.person_id OR OLD.worked_on <> NEW.worked_on
    OR OLD.minutes < NEW.minutes OR OLD.withdrawn_at IS NOT NULL OR OLD.unanswered))
  EXECUTE FUNCTION "keep_hours_of_day"();
