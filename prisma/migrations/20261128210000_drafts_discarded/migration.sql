-- A draft that was begun by mistake is discarded: it stays, marked, and is shown nowhere.
ALTER TABLE "report"
  ADD COLUMN "discarded_at" TIMESTAMPTZ(3),
  ADD CONSTRAINT "report_discarded_draft" CHECK ("discarded_at" IS NULL OR "shared_at" IS NULL);
