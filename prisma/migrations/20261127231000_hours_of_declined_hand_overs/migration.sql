-- The own hours of trainers stood on after every learner had declined: they were in the project's
-- co-financing for an occasion that, as all of those who were named say, never was. They are
-- withdrawn as of now, as the app does it with the last learner's answer.
UPDATE "own_hours" SET "withdrawn_at" = now()
  WHERE "withdrawn_at" IS NULL AND "source_id" IN (
    SELECT "hand_over_id" FROM "hand_over_learner"
    GROUP BY "hand_over_id" HAVING bool_and("declined_on" IS NOT NULL)
  );
