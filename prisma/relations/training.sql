-- Courses, and who has taken part in what.

-- The course of an authority that a title leads to, in capitals or not: one that it has, or one
-- that it has had and no other has been given since.
CREATE FUNCTION course_of_title(authority uuid, title text) RETURNS TABLE (course_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT course_title.course_id FROM course_title
  WHERE course_title.authority_id = authority
    AND lower(course_title.title) = lower(course_of_title.title);
END;

-- The logged courses that wait for a manager.
CREATE FUNCTION courses_to_approve() RETURNS TABLE (record_id uuid, person_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT training_record.id, training_record.person_id FROM training_record
  WHERE training_record.kind = 'course' AND training_record.status = 'submitted';
END;

-- The project that a record of training is of: its budget line's, or the one it was logged for. No
-- row where it is none's.
CREATE FUNCTION project_of_training(record uuid) RETURNS TABLE (project_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT line.project_id
  FROM training_record JOIN line_projects() line ON line.line_id = training_record.budget_line_id
  WHERE training_record.id = record
  UNION ALL
  SELECT training_record.project_id FROM training_record
  WHERE training_record.id = record AND training_record.project_id IS NOT NULL;
END;

-- A project's training: the approved courses that its budget lines have paid, whatever cost of the
-- books stands for them today, and those that were logged for it without a line.
CREATE FUNCTION training_of(project uuid) RETURNS TABLE (
  record_id uuid, person_id uuid, competence_id uuid, minutes int, held_on date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT record.id, record.person_id, record.competence_id, record.minutes, record.held_on
  FROM line_projects() line JOIN training_record record ON record.budget_line_id = line.line_id
  WHERE line.project_id = project AND record.kind IN ('course', 'import')
    AND record.status = 'approved'
  UNION ALL
  SELECT record.id, record.person_id, record.competence_id, record.minutes, record.held_on
  FROM training_record record
  WHERE record.project_id = project AND record.kind IN ('course', 'import')
    AND record.status = 'approved';
END;

-- What a training record is of: whose, called what, on which day.
CREATE FUNCTION training_record_of(record uuid) RETURNS TABLE (
  person_id uuid, title text, held_on date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT training_record.person_id, training_record.title, training_record.held_on
  FROM training_record WHERE training_record.id = record;
END;

-- The days of a project's courses, on its lines or logged for it without one: the approved ones, and
-- those that nobody has approved yet.
CREATE FUNCTION dated_courses(project uuid) RETURNS TABLE (kind text, day date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT 'course', course.held_on FROM training_of(project) course
  UNION ALL
  SELECT 'waiting-course', record.held_on
  FROM training_record record CROSS JOIN LATERAL project_of_training(record.id) own
  WHERE own.project_id = project AND record.kind = 'course'
    AND record.status IN ('submitted', 'returned');
END;

-- The plans to hand on what was learned, of approved records.
CREATE FUNCTION plans_to_hand_on() RETURNS TABLE (
  record_id uuid, person_id uuid, competence_id uuid, held_on date, colleagues int, due_on date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT training_record.id, training_record.person_id, training_record.competence_id,
    training_record.held_on, training_record.plan_colleagues, training_record.plan_due_on
  FROM training_record
  WHERE training_record.status = 'approved' AND training_record.plan_colleagues IS NOT NULL
    AND training_record.plan_due_on IS NOT NULL AND training_record.competence_id IS NOT NULL;
END;

-- A project's training that has taken the place of other, each with the record that it was first.
CREATE FUNCTION first_records(project uuid) RETURNS TABLE (record_id uuid, first_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  WITH RECURSIVE step (id, first_id) AS (
    SELECT course.record_id, earlier.id
    FROM training_of(project) course
    JOIN training_record earlier ON earlier.replaced_by_id = course.record_id
    UNION ALL
    SELECT step.id, earlier.id
    FROM step JOIN training_record earlier ON earlier.replaced_by_id = step.first_id
  )
  SELECT step.id, step.first_id FROM step
  WHERE NOT EXISTS (SELECT FROM training_record earlier
    WHERE earlier.replaced_by_id = step.first_id);
END;

-- What a training record is called.
CREATE FUNCTION named_record(record uuid) RETURNS TABLE (title text)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT training_record.title FROM training_record WHERE training_record.id = record;
END;

-- The days of somebody's courses, logged or from a list, that stand, with the unit of the project that
-- one is of. Hand-overs are the cascade's.
CREATE FUNCTION course_days_of(person uuid) RETURNS TABLE (id uuid, day date, unit_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT training_record.id, training_record.held_on, project.unit_id
  FROM training_record
  LEFT JOIN LATERAL project_of_training(training_record.id) own ON true
  LEFT JOIN project_periods() project ON project.project_id = own.project_id
  WHERE training_record.person_id = person AND training_record.kind <> 'hand_over'
    AND training_record.status NOT IN ('withdrawn', 'declined');
END;

-- A person's courses, logged or from a list, that may be one with another (`mayBeSame`). What was
-- taken back stands in nobody's way.
CREATE FUNCTION courses_like(person uuid, day date, course uuid, title text) RETURNS TABLE (
  record_id uuid, title text)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT training_record.id, training_record.title
  FROM training_record
  WHERE training_record.person_id = person AND training_record.held_on = day
    AND training_record.kind IN ('course', 'import')
    AND training_record.status NOT IN ('withdrawn', 'declined')
    AND (training_record.course_id = course OR lower(training_record.title) = lower(courses_like.title));
END;

-- A person's courses, logged or from a list, that were taken back and that no other has taken the
-- place of, and that may be one with another (`mayBeSame`): what that one corrects.
CREATE FUNCTION taken_back_like(person uuid, day date, course uuid, title text) RETURNS TABLE (
  record_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT training_record.id
  FROM training_record
  WHERE training_record.person_id = person AND training_record.held_on = day
    AND training_record.kind IN ('course', 'import')
    AND training_record.status = 'withdrawn' AND training_record.replaced_by_id IS NULL
    AND (training_record.course_id = course OR lower(training_record.title) = lower(taken_back_like.title));
END;

-- The lists that records of training came with, also those that don't stand.
CREATE FUNCTION lists_of_training(records uuid[]) RETURNS TABLE (record_id uuid, import_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT record.id, record.source_id FROM training_record record
  WHERE record.id = ANY(records) AND record.source_type = 'import';
END;

-- What of an imported list stands: what taking it back takes back.
CREATE FUNCTION records_of_list(list uuid) RETURNS TABLE (record_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT record.id FROM training_record record
  WHERE record.source_id = list AND record.status = 'approved';
END;

-- What the rows of a list that stand took the place of: what taking it back lets stand again. Not
-- what has come again since, nor what had been taken back already.
CREATE FUNCTION replaced_by_list(list uuid) RETURNS TABLE (record_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT earlier.id
  FROM records_of_list(list) standing
  JOIN training_record earlier ON earlier.replaced_by_id = standing.record_id
  WHERE NOT earlier.replaced_when_gone AND NOT EXISTS (
    SELECT FROM training_record again
    WHERE again.source_key = earlier.source_key AND again.status <> 'withdrawn'
      AND again.source_id IS DISTINCT FROM list);
END;

-- What may be the training that rows of a list tell of: of these people on these days, or what a list
-- brought less than a week from them, or from an earlier list by its key. `from_list`: a list brought
-- it, and nobody has written it since.
CREATE FUNCTION training_like(people uuid[], days date[], keys text[]) RETURNS TABLE (
  record_id uuid, person_id uuid, held_on date, course_id uuid, title text, minutes int,
  cost_ore bigint, competence_id uuid, project_id uuid, source_key text, is_taken_back boolean,
  is_replaced boolean, from_list boolean)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT record.id, record.person_id, record.held_on, record.course_id, record.title,
    record.minutes, record.cost_ore, record.competence_id,
    own.project_id, record.source_key,
    record.status = 'withdrawn', record.replaced_by_id IS NOT NULL,
    record.source_type IS NOT DISTINCT FROM 'import' AND record.status = 'approved'
  FROM training_record record LEFT JOIN LATERAL project_of_training(record.id) own ON true
  WHERE record.person_id = ANY(people) AND (
      record.held_on = ANY(days) AND record.status <> 'declined'
      OR record.source_type = 'import' AND record.status = 'approved'
        AND EXISTS (SELECT FROM unnest(days) day WHERE abs(record.held_on - day) < 7))
    OR record.source_key = ANY(keys);
END;

-- The training that stands approved.
CREATE FUNCTION approved_training() RETURNS TABLE (record_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT training_record.id FROM training_record WHERE training_record.status = 'approved';
END;
