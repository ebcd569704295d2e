-- A report that is shared is frozen: what its funder reads is a version of it, which nothing changes.
-- The reports that are shared already become versions at the next start, since their figures are
-- reckoned by the program.

CREATE TYPE "freezing" AS ENUM ('shared', 'at-upgrade');

CREATE TABLE "report_version" (
  "id" UUID NOT NULL,
  "report_id" UUID NOT NULL,
  "number" INTEGER NOT NULL,
  "shared_at" TIMESTAMPTZ(3) NOT NULL,
  "shared_by_id" UUID,
  "frozen_at" TIMESTAMPTZ(3) NOT NULL,
  "frozen_on" DATE NOT NULL,
  "freezing" "freezing" NOT NULL,
  "heading" JSONB NOT NULL,
  "content" TEXT NOT NULL,
  "sha256" TEXT NOT NULL,
  "taken_back_at" TIMESTAMPTZ(3),
  "taken_back_by_id" UUID,
  CONSTRAINT "report_version_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "report_version_checksum"
    CHECK ("sha256" = encode(sha256(convert_to("content", 'UTF8')), 'hex')),
  CONSTRAINT "report_version_heading" CHECK ("heading" = "content"::jsonb -> 'heading'),
  CONSTRAINT "report_version_taken_back"
    CHECK ("taken_back_by_id" IS NULL OR "taken_back_at" IS NOT NULL)
);
CREATE UNIQUE INDEX "report_version_report_id_number_key" ON "report_version"("report_id", "number");
-- The funder reads one.
CREATE UNIQUE INDEX "report_version_standing" ON "report_version"("report_id")
  WHERE "taken_back_at" IS NULL;

CREATE TABLE "report_version_file" (
  "version_id" UUID NOT NULL,
  "path" TEXT NOT NULL,
  "media_type" TEXT NOT NULL,
  "bytes" BYTEA NOT NULL,
  CONSTRAINT "report_version_file_pkey" PRIMARY KEY ("version_id", "path")
);

CREATE TABLE "report_version_text" (
  "version_id" UUID NOT NULL,
  "row" TEXT NOT NULL,
  "salt" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  CONSTRAINT "report_version_text_pkey" PRIMARY KEY ("version_id", "row")
);

CREATE TABLE "report_version_person" (
  "version_id" UUID NOT NULL,
  "key" TEXT NOT NULL,
  "person_id" UUID NOT NULL,
  CONSTRAINT "report_version_person_pkey" PRIMARY KEY ("version_id", "key")
);
CREATE UNIQUE INDEX "report_version_person_version_id_person_id_key"
  ON "report_version_person"("version_id", "person_id");
CREATE INDEX "report_version_person_person_id_idx" ON "report_version_person"("person_id");

ALTER TABLE "report_version" ADD CONSTRAINT "report_version_report_id_fkey"
  FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report_version_file" ADD CONSTRAINT "report_version_file_version_id_fkey"
  FOREIGN KEY ("version_id") REFERENCES "report_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report_version_text" ADD CONSTRAINT "report_version_text_version_id_fkey"
  FOREIGN KEY ("version_id") REFERENCES "report_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report_version_person" ADD CONSTRAINT "report_version_person_version_id_fkey"
  FOREIGN KEY ("version_id") REFERENCES "report_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Who is erased leaves their key without a name.
ALTER TABLE "report_version_person" ADD CONSTRAINT "report_version_person_person_id_fkey"
  FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A version is taken back once, and is else as it was written.
CREATE FUNCTION report_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.taken_back_at IS NULL AND NEW.taken_back_at IS NOT NULL
      AND to_jsonb(NEW) - 'taken_back_at' - 'taken_back_by_id'
        = to_jsonb(OLD) - 'taken_back_at' - 'taken_back_by_id'
    THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'A version of a report is not changed: version %, %', OLD.number, TG_OP;
END $$;
CREATE TRIGGER report_version_stays BEFORE UPDATE OR DELETE ON report_version
  FOR EACH ROW EXECUTE FUNCTION report_version_stays();

-- Its files are those whose checksums its content names, byte for byte.
CREATE FUNCTION report_version_file_is_named() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF encode(sha256(NEW.bytes), 'hex') IS DISTINCT FROM
    (SELECT version.content::jsonb -> 'files' ->> NEW.path
      FROM report_version version WHERE version.id = NEW.version_id)
  THEN
    RAISE EXCEPTION 'The version of the report has no such file: %', NEW.path;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_version_file_is_named BEFORE INSERT ON report_version_file
  FOR EACH ROW EXECUTE FUNCTION report_version_file_is_named();

CREATE FUNCTION report_version_part_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'What belongs to a version of a report is not changed: %, %', TG_TABLE_NAME, TG_OP;
END $$;
CREATE TRIGGER report_version_part_stays BEFORE UPDATE OR DELETE ON report_version_file
  FOR EACH ROW EXECUTE FUNCTION report_version_part_stays();
-- Texts and the names behind keys can be erased, and not be replaced.
CREATE TRIGGER report_version_part_stays BEFORE UPDATE ON report_version_text
  FOR EACH ROW EXECUTE FUNCTION report_version_part_stays();
CREATE TRIGGER report_version_part_stays BEFORE UPDATE ON report_version_person
  FOR EACH ROW EXECUTE FUNCTION report_version_part_stays();

SELECT "keep_days_in_bounds"();
