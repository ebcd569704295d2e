-- Of several that are called the same, capitals aside, the one that other rows refer to keeps its
-- name; of several such, and of several that nothing refers to, the one that was made first: before
-- the trail began, or first in it. Each further one gets a number after it, the lowest that is free:
-- "Resor (2)". What was renamed is told to whoever migrates, and stands in the trail.
--
-- Carried out before the migrations that number names by their ids, so that those find none left.
-- Where they have been carried out already, names are unique, and those that now need not be so
-- (of rows that were taken back) are left as they are.

CREATE FUNCTION pg_temp.number_alike("subject" text, "column" text, "scope" text, "authority" text)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  refers text;
  alike record;
  wanted text;
  number int;
  is_taken boolean;
BEGIN
  SELECT string_agg(
    format('EXISTS (SELECT FROM %s referring WHERE referring.%I = named.id)', conrelid::regclass, attname),
    ' OR ') INTO refers
  FROM pg_constraint
  JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
  WHERE contype = 'f' AND confrelid = "subject"::regclass AND cardinality(conkey) = 1;

  FOR alike IN EXECUTE format(
    'SELECT id, name, scope, authority_id FROM (
       SELECT named.*, row_number() OVER (
         PARTITION BY scope, lower(name) ORDER BY (%5$s) DESC, made NULLS FIRST, id) AS place
       FROM (
         SELECT id, %1$I AS name, %2$s AS scope, %3$s AS authority_id, (
           SELECT min(event.id) FROM audit_event event
           WHERE event.subject_type = %6$L AND event.subject_id = named.id::text
             AND event.action ~ ''[.](add|create)$'') AS made
         FROM %4$I named) named) numbered
     WHERE place > 1 ORDER BY made NULLS FIRST, id',
    "column", "scope", "authority", "subject", coalesce(refers, 'false'), replace("subject", '_', '-'))
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
    RAISE INFO 'Two were called the same: "%" is now called "%" (%).', alike.name, wanted, replace("subject", '_', ' ');
  END LOOP;
END;
$$;

DO $$
BEGIN
  IF to_regclass('project_code') IS NOT NULL THEN RETURN; END IF;
  PERFORM pg_temp.number_alike('competence', 'name', 'authority_id::text', 'authority_id');
  PERFORM pg_temp.number_alike('unit', 'name', 'authority_id::text', 'authority_id');
  PERFORM pg_temp.number_alike('funder', 'name', '''''::text', 'NULL::uuid');
  PERFORM pg_temp.number_alike('course', 'title', 'authority_id::text', 'authority_id');
  PERFORM pg_temp.number_alike('partner', 'name', 'project_id::text',
    '(SELECT authority_id FROM project WHERE project.id = named.project_id)');
  -- Lines of one name are told apart by their category, by who pays, and by the grant that does.
  PERFORM pg_temp.number_alike('budget_line', 'name',
    'concat_ws(''/'', project_id, lower(cost_category), financing, grant_id)',
    '(SELECT authority_id FROM project WHERE project.id = named.project_id)');
END;
$$;
DROP FUNCTION pg_temp.number_alike(text, text, text, text);
