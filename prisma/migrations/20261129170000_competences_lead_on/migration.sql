-- The codes and names that a competence has had lead on to it: a code for ever, a name until another
-- competence of the authority is given it.

-- Every code that a competence has, or has had.
CREATE TABLE "competence_code" (
    "code" TEXT NOT NULL,
    "competence_id" UUID NOT NULL,

    CONSTRAINT "competence_code_pkey" PRIMARY KEY ("code")
);
CREATE INDEX "competence_code_competence_id_idx" ON "competence_code"("competence_id");
ALTER TABLE "competence_code" ADD CONSTRAINT "competence_code_competence_id_fkey" FOREIGN KEY ("competence_id") REFERENCES "competence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE UNIQUE INDEX "competence_code_once" ON "competence_code"(lower("code"));

CREATE FUNCTION "keep_competence_code"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO competence_code (code, competence_id) VALUES (NEW.code, NEW.id)
  ON CONFLICT (lower(code)) DO UPDATE SET code = EXCLUDED.code
    WHERE competence_code.competence_id = EXCLUDED.competence_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'The code % is another competence''s, or was', NEW.code
      USING ERRCODE = 'unique_violation', CONSTRAINT = 'competence_code_once';
  END IF;
  RETURN NULL;
END;
$$;
CREATE TRIGGER "competence_code_is_kept" AFTER INSERT OR UPDATE OF "code" ON "competence"
  FOR EACH ROW EXECUTE FUNCTION "keep_competence_code"();

-- Every name that a competence has, or has had, until another of the authority is given it.
CREATE TABLE "competence_name" (
    "authority_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "competence_id" UUID NOT NULL,

    CONSTRAINT "competence_name_pkey" PRIMARY KEY ("authority_id", "name")
);
CREATE INDEX "competence_name_competence_id_idx" ON "competence_name"("competence_id");
ALTER TABLE "competence_name" ADD CONSTRAINT "competence_name_competence_id_fkey" FOREIGN KEY ("competence_id") REFERENCES "competence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE UNIQUE INDEX "competence_name_leads_once" ON "competence_name"("authority_id", lower("name"));

CREATE FUNCTION "keep_competence_name"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO competence_name (authority_id, name, competence_id)
  VALUES (NEW.authority_id, NEW.name, NEW.id)
  ON CONFLICT (authority_id, lower(name)) DO UPDATE
    SET name = EXCLUDED.name, competence_id = EXCLUDED.competence_id;
  RETURN NULL;
END;
$$;
CREATE TRIGGER "competence_name_is_kept" AFTER INSERT OR UPDATE OF "name" ON "competence"
  FOR EACH ROW EXECUTE FUNCTION "keep_competence_name"();

-- The trail knows what competences have been called since there is one: those codes and names lead
-- on as well. Of one that two have had, it is the present one's; else a code is the first one's,
-- and a name the latest one's.
INSERT INTO competence_code (code, competence_id) SELECT code, id FROM competence;
INSERT INTO competence_name (authority_id, name, competence_id)
SELECT authority_id, name, id FROM competence;

CREATE TEMPORARY TABLE "called" ON COMMIT DROP AS
SELECT audit_event.id AS event_id, competence.id, competence.authority_id, said->>'code' AS code,
  said->>'name' AS name
FROM audit_event
JOIN competence ON competence.id::text = audit_event.subject_id
CROSS JOIN LATERAL (VALUES (audit_event.detail), (audit_event.detail->'was')) each (said)
WHERE audit_event.subject_type = 'competence'
  AND audit_event.action IN ('competence.create', 'competence.change');

INSERT INTO competence_code (code, competence_id)
SELECT DISTINCT ON (lower(code)) code, id FROM called WHERE code IS NOT NULL
ORDER BY lower(code), event_id
ON CONFLICT (lower(code)) DO NOTHING;

INSERT INTO competence_name (authority_id, name, competence_id)
SELECT DISTINCT ON (authority_id, lower(name)) authority_id, name, id FROM called
WHERE name IS NOT NULL
ORDER BY authority_id, lower(name), event_id DESC
ON CONFLICT (authority_id, lower(name)) DO NOTHING;
DROP TABLE "called";
