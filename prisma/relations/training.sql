-- What people have been trained in.

-- The days of somebody's courses, logged or from a list, that stand. Hand-overs are the cascade's.
CREATE FUNCTION course_days_of(person uuid) RETURNS TABLE (id uuid, day date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT training_record.id, training_record.held_on
  FROM training_record
  WHERE training_record.person_id = person AND training_record.kind <> 'hand-over'
    AND training_record.status NOT IN ('withdrawn', 'declined');
END;
