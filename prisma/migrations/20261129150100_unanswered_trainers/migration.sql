-- What one trainer has entered of another is no word of theirs before it counts: it leaves no room out
-- of their day. No figure moves: such hours await a learner's answer.

UPDATE "own_hours" SET "unanswered" = true
FROM "hand_over_trainer" "trainer"
JOIN "hand_over" ON "hand_over"."id" = "trainer"."hand_over_id"
LEFT JOIN "account" ON "account"."id" = "hand_over"."entered_by_id"
WHERE "own_hours"."source_type" = 'hand_over' AND "own_hours"."source_id" = "trainer"."hand_over_id"
  AND "own_hours"."person_id" = "trainer"."person_id"
  AND "own_hours"."withdrawn_at" IS NULL AND "own_hours"."counts_on" IS NULL
  AND "account"."person_id" IS DISTINCT FROM "trainer"."person_id";
