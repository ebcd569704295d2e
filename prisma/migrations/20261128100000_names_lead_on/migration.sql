-- A name that something is known by is one thing's alone, in capitals or not, and the names that a
-- project and a course have had lead on to them.

-- Of several that are called the same, capitals aside, the one with the lowest id keeps its name;
-- each further one gets a number after it, the lowest that is free: "Resor (2)". What was renamed
-- is told to whoever migrates, and stands in the trail.
CREATE FUNCTION pg_temp.number_alike("subject" text, "column" text, "scope" text, "authority" text)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  alike record;
  wanted text;
  number int;
  is_taken boolean;
BEGIN
  FOR alike IN EXECUTE format(
    'SELECT id, name, scope, authority_id FROM (
       SELECT id, %1$I AS name, %2$s AS scope, %3$s AS authority_id,
         row_number() OVER (PARTITION BY %2$s, lower(%1$I) ORDER BY id) AS place
       FROM %4$I named) numbered
     WHERE place > 1 ORDER BY id', "column", "scope", "authority", "subject")
  LOOP
    number := 1;
    LOOP
      number := number + 1;
      wanted := format('%s (%s)', alike.name, number);
      EXECUTE format('SELECT EXISTS (SELECT FROM %1$I named WHERE lower(%2$I) = lower($1) AND %3$s = $2)',
        "subject", "column", "scope") INTO is_taken USING wanted, alike.scope;
      EXIT WHEN NOT is_taken;
    END LOOP;
    EXECUTE format('UPDATE %1$I SET %2$I = $1 WHERE id = $2', "subject", "column") USING wanted, alike.id;
    INSERT INTO audit_event (authority_id, actor_name, action, subject_type, subject_id, detail)
    VALUES (alike.authority_id, 'Kaskad', 'name.number', replace("subject", '_', '-'), alike.id::text,
      jsonb_build_object('was', alike.name, 'name', wanted));
    RAISE INFO 'Two were called the same: "%" is now called "%" (%).', alike.name, wanted, "subject";
  END LOOP;
END;
$$;

SELECT pg_temp.number_alike('unit', 'name', 'authority_id::text', 'authority_id');
SELECT pg_temp.number_alike('funder', 'name', '''''::text', 'NULL::uuid');
SELECT pg_temp.number_alike('course', 'title', 'authority_id::text', 'authority_id');
SELECT pg_temp.number_alike('partner', 'name', 'project_id::text',
  '(SELECT authority_id FROM project WHERE project.id = named.project_id)');
-- Lines of one name are told apart by their category, by who pays, and by the grant that does.
SELECT pg_temp.number_alike('budget_line', 'name',
  'concat_ws(''/'', project_id, lower(cost_category), financing, grant_id)',
  '(SELECT authority_id FROM project WHERE project.id = named.project_id)');
DROP FUNCTION pg_temp.number_alike(text, text, text, text);

DROP INDEX "unit_authority_id_name_key";
CREATE UNIQUE INDEX "unit_name_once" ON "unit"("authority_id", lower("name"));
DROP INDEX "funder_name_key";
CREATE UNIQUE INDEX "funder_name_once" ON "funder"(lower("name"));
DROP INDEX "course_authority_id_title_key";
CREATE UNIQUE INDEX "course_title_once" ON "course"("authority_id", lower("title"));
DROP INDEX "partner_project_id_name_key";
CREATE UNIQUE INDEX "partner_name_once" ON "partner"("project_id", lower("name"));
CREATE UNIQUE INDEX "budget_line_name_once" ON "budget_line"(
  "project_id", lower("cost_category"), lower("name"), "financing", "grant_id") NULLS NOT DISTINCT;

-- Every code that a project has, or has had. It leads to that project for ever.
CREATE TABLE "project_code" (
    "code" TEXT NOT NULL,
    "project_id" UUID NOT NULL,

    CONSTRAINT "project_code_pkey" PRIMARY KEY ("code")
);
CREATE INDEX "project_code_project_id_idx" ON "project_code"("project_id");
ALTER TABLE "project_code" ADD CONSTRAINT "project_code_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE UNIQUE INDEX "project_code_once" ON "project_code"(lower("code"));

CREATE FUNCTION "keep_project_code"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO project_code (code, project_id) VALUES (NEW.code, NEW.id)
  ON CONFLICT (lower(code)) DO UPDATE SET code = EXCLUDED.code
    WHERE project_code.project_id = EXCLUDED.project_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'The code % is another project''s, or was', NEW.code
      USING ERRCODE = 'unique_violation', CONSTRAINT = 'project_code_once';
  END IF;
  RETURN NULL;
END;
$$;
CREATE TRIGGER "project_code_is_kept" AFTER INSERT OR UPDATE OF "code" ON "project"
  FOR EACH ROW EXECUTE FUNCTION "keep_project_code"();

-- Every title that a course has, or has had, until another course of the authority is given it.
CREATE TABLE "course_title" (
    "authority_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "course_id" UUID NOT NULL,

    CONSTRAINT "course_title_pkey" PRIMARY KEY ("authority_id", "title")
);
CREATE INDEX "course_title_course_id_idx" ON "course_title"("course_id");
ALTER TABLE "course_title" ADD CONSTRAINT "course_title_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE UNIQUE INDEX "course_title_leads_once" ON "course_title"("authority_id", lower("title"));

CREATE FUNCTION "keep_course_title"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO course_title (authority_id, title, course_id)
  VALUES (NEW.authority_id, NEW.title, NEW.id)
  ON CONFLICT (authority_id, lower(title)) DO UPDATE
    SET title = EXCLUDED.title, course_id = EXCLUDED.course_id;
  RETURN NULL;
END;
$$;
CREATE TRIGGER "course_title_is_kept" AFTER INSERT OR UPDATE OF "title" ON "course"
  FOR EACH ROW EXECUTE FUNCTION "keep_course_title"();

-- The trail knows what projects and courses have been called since there is one: those names lead
-- on as well. Of a name that two have had, it is the present one's, else the first one's.
INSERT INTO project_code (code, project_id) SELECT code, id FROM project;
INSERT INTO project_code (code, project_id)
SELECT DISTINCT ON (lower(detail->>'code')) detail->>'code', project.id
FROM audit_event JOIN project ON project.id::text = audit_event.subject_id
WHERE subject_type = 'project' AND action IN ('project.create', 'project.change')
  AND detail->>'code' IS NOT NULL
ORDER BY lower(detail->>'code'), audit_event.id
ON CONFLICT (lower(code)) DO NOTHING;

INSERT INTO course_title (authority_id, title, course_id)
SELECT authority_id, title, id FROM course;
INSERT INTO course_title (authority_id, title, course_id)
SELECT DISTINCT ON (course.authority_id, lower(detail->>'title'))
  course.authority_id, detail->>'title', course.id
FROM audit_event JOIN course ON course.id::text = audit_event.subject_id
WHERE subject_type = 'course' AND action IN ('course.add', 'course.change')
  AND detail->>'title' IS NOT NULL
ORDER BY course.authority_id, lower(detail->>'title'), audit_event.id DESC
ON CONFLICT (authority_id, lower(title)) DO NOTHING;
