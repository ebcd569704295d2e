-- What belongs to a version of a report is neither emptied nor added to once the version is there. A
-- name behind a key leaves a salted hash of itself in the version, as texts do.

ALTER TABLE "report_version_person" ADD COLUMN "salt" TEXT;

-- A version that has been taken back was changed by that: `xmin` is of its making until then.
CREATE FUNCTION report_version_part_comes_with_it() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM report_version version
    WHERE version.id = NEW.version_id AND version.taken_back_at IS NULL
      AND version.xmin = pg_current_xact_id()::xid)
  THEN
    RAISE EXCEPTION 'What belongs to a version of a report is not changed: %, %',
      TG_TABLE_NAME, TG_OP;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_version_part_comes_with_it BEFORE INSERT ON report_version_file
  FOR EACH ROW EXECUTE FUNCTION report_version_part_comes_with_it();
CREATE TRIGGER report_version_part_comes_with_it BEFORE INSERT ON report_version_text
  FOR EACH ROW EXECUTE FUNCTION report_version_part_comes_with_it();
CREATE TRIGGER report_version_part_comes_with_it BEFORE INSERT ON report_version_person
  FOR EACH ROW EXECUTE FUNCTION report_version_part_comes_with_it();

-- Emptying a table passes by the triggers of its rows. One that is empty holds nothing that was shared.
CREATE FUNCTION report_version_is_not_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM report_version) THEN
    RAISE EXCEPTION 'A version of a report is not changed: %, %', TG_TABLE_NAME, TG_OP;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER report_version_is_not_emptied BEFORE TRUNCATE ON report_version
  FOR EACH STATEMENT EXECUTE FUNCTION report_version_is_not_emptied();
CREATE TRIGGER report_version_is_not_emptied BEFORE TRUNCATE ON report_version_file
  FOR EACH STATEMENT EXECUTE FUNCTION report_version_is_not_emptied();
CREATE TRIGGER report_version_is_not_emptied BEFORE TRUNCATE ON report_version_text
  FOR EACH STATEMENT EXECUTE FUNCTION report_version_is_not_emptied();
CREATE TRIGGER report_version_is_not_emptied BEFORE TRUNCATE ON report_version_person
  FOR EACH STATEMENT EXECUTE FUNCTION report_version_is_not_emptied();

-- What has been shared is no draft that was begun by mistake: its versions are to be found.
UPDATE "report" SET "discarded_at" = NULL
  WHERE EXISTS (SELECT FROM "report_version" WHERE "report_id" = "report"."id");

CREATE FUNCTION shared_report_is_not_discarded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM report_version version WHERE version.report_id = NEW.id) THEN
    RAISE EXCEPTION 'A report that has been shared is not discarded: %', NEW.id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER shared_report_is_not_discarded BEFORE INSERT OR UPDATE OF discarded_at ON report
  FOR EACH ROW WHEN (NEW.discarded_at IS NOT NULL)
  EXECUTE FUNCTION shared_report_is_not_discarded();
