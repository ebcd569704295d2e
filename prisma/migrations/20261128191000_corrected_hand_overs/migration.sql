-- What is entered anew as the correction of a hand-over names it and keeps the answers that were
-- given to it. Where its hours are others, those that were confirmed count until the new ones are.
-- Who entered anew what before this day had been taken back wrote no such word: nothing is guessed.

ALTER TABLE "hand_over" ADD COLUMN "replaces_id" UUID, ADD COLUMN "kept_minutes" INTEGER;
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "hand_over"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "hand_over_replaces_id_idx" ON "hand_over"("replaces_id");
-- A correction that was taken back itself blocks no other.
CREATE UNIQUE INDEX "hand_over_replaces_once" ON "hand_over"("replaces_id") WHERE "withdrawn_at" IS NULL;
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_kept_minutes" CHECK (
  "kept_minutes" IS NULL OR ("kept_minutes" > 0 AND "kept_minutes" <> "minutes"));

ALTER TABLE "hand_over_learner" ADD COLUMN "kept_minutes" INTEGER, ADD COLUMN "hours_declined_on" DATE;
ALTER TABLE "hand_over_learner" ADD CONSTRAINT "hand_over_learner_kept_minutes" CHECK (
  "kept_minutes" IS NULL OR ("kept_minutes" > 0 AND "confirmed_on" IS NOT NULL));
ALTER TABLE "hand_over_learner" ADD CONSTRAINT "hand_over_learner_hours_declined" CHECK (
  "hours_declined_on" IS NULL OR "kept_minutes" IS NOT NULL);
