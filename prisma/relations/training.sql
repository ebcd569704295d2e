-- Courses, and who has taken part in what.

-- The course of an authority that a title leads to, in capitals or not: one that it has, or one
-- that it has had and no other has been given since.
CREATE FUNCTION course_of_title(authority uuid, title text) RETURNS TABLE (course_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT course_title.course_id FROM course_title
  WHERE course_title.authority_id = authority
    AND lower(course_title.title) = lower(course_of_title.title);
END;

-- The courses on a project's budget lines that nobody has approved yet, by their day.
CREATE FUNCTION waiting_courses(project uuid) RETURNS TABLE (record_id uuid, held_on date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT training_record.id, training_record.held_on
  FROM budget_line JOIN training_record ON training_record.budget_line_id = budget_line.id
  WHERE budget_line.project_id = project AND training_record.kind = 'course'
    AND training_record.status IN ('submitted', 'returned');
END;

-- The project that a record of training is of: its budget line's, or the one it was logged for. No
-- row where it is none's.
CREATE FUNCTION project_of_training(record uuid) RETURNS TABLE (project_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT coalesce(budget_line.project_id, training_record.project_id)
  FROM training_record
  LEFT JOIN budget_line ON budget_line.id = training_record.budget_line_id
  WHERE training_record.id = record
    AND coalesce(budget_line.project_id, training_record.project_id) IS NOT NULL;
END;

-- A project's training: the approved courses that its budget lines have paid, whatever cost of the
-- books stands for them today, and those that were logged for it without a line.
CREATE FUNCTION training_of(project uuid) RETURNS TABLE (
  record_id uuid, person_id uuid, competence_id uuid, minutes int, held_on date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT record.id, record.person_id, record.competence_id, record.minutes, record.held_on
  FROM budget_line JOIN training_record record ON record.budget_line_id = budget_line.id
  WHERE budget_line.project_id = project AND record.kind IN ('course', 'import')
    AND record.status = 'approved'
  UNION ALL
  SELECT record.id, record.person_id, record.competence_id, record.minutes, record.held_on
  FROM training_record record
  WHERE record.project_id = project AND record.kind IN ('course', 'import')
    AND record.status = 'approved';
END;

-- The days of somebody's courses, logged or from a list, that stand. Hand-overs are the cascade's.
CREATE FUNCTION course_days_of(person uuid) RETURNS TABLE (id uuid, day date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT training_record.id, training_record.held_on
  FROM training_record
  WHERE training_record.person_id = person AND training_record.kind <> 'hand-over'
    AND training_record.status NOT IN ('withdrawn', 'declined');
END;
