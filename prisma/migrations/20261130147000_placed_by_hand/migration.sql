-- A cost says whether somebody has placed it: what takes its place in the ledger stays there then.

ALTER TABLE "cost" ADD COLUMN "placed_by_hand" BOOLEAN NOT NULL DEFAULT false;
UPDATE "cost" SET "placed_by_hand" = true FROM "audit_event" event
WHERE event."action" = 'cost.place' AND event."subject_type" = 'cost'
  AND event."subject_id" = "cost"."id"::text
  AND event."detail"->>'budgetLineId' = "cost"."budget_line_id"::text;
