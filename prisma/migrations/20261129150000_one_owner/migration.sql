-- A project has one owner among its partners: our own people's hours are that one's. Where several
-- stand, they were the first's by name; the others take part as partners, and no figure moves.

UPDATE "partner" SET "role" = 'partner'
FROM "partner" first
WHERE "partner"."role" = 'owner' AND "partner"."withdrawn_at" IS NULL
  AND first."project_id" = "partner"."project_id" AND first."role" = 'owner'
  AND first."withdrawn_at" IS NULL AND (first."name", first."id") < ("partner"."name", "partner"."id");

CREATE UNIQUE INDEX "partner_one_owner" ON "partner"("project_id")
  WHERE "role" = 'owner' AND "withdrawn_at" IS NULL;
