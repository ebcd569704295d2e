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

-- The approved courses that a project's budget lines have paid, whatever cost of the books stands
-- for them today.
CREATE FUNCTION paid_training(project uuid) RETURNS TABLE (
  record_id uuid, person_id uuid, minutes int, held_on date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT training_record.id, training_record.person_id, training_record.minutes,
    training_record.held_on
  FROM budget_line JOIN training_record ON training_record.budget_line_id = budget_line.id
  WHERE budget_line.project_id = project AND training_record.kind IN ('course', 'import')
    AND training_record.status = 'approved';
END;

-- Somebody's approved courses in a method that no budget line has paid.
CREATE FUNCTION unpaid_training(person uuid, competence uuid) RETURNS TABLE (
  record_id uuid, minutes int, held_on date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT training_record.id, training_record.minutes, training_record.held_on
  FROM training_record
  WHERE training_record.person_id = person AND training_record.competence_id = competence
    AND training_record.budget_line_id IS NULL AND training_record.kind IN ('course', 'import')
    AND training_record.status = 'approved';
END;

-- What a training record is called, and which method it is of.
CREATE FUNCTION named_record(record uuid) RETURNS TABLE (title text, competence_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT training_record.title, training_record.competence_id
  FROM training_record WHERE training_record.id = record;
END;
