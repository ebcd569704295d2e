-- What was taken back and comes again with a list is told as its correction. Taking that list back
-- doesn't let it stand again, as it does what stood until then.

ALTER TABLE "training_record" ADD COLUMN "replaced_when_gone" BOOLEAN NOT NULL DEFAULT false;
