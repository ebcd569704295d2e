-- What is put into projects.

-- The days of somebody on which they worked own hours, with the project and its unit.
CREATE FUNCTION own_hours_days_of(person uuid) RETURNS TABLE (
  id uuid, day date, project_id uuid, unit_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT own_hours.id, own_hours.worked_on, project.id, project.unit_id
  FROM own_hours JOIN project ON project.id = own_hours.project_id
  WHERE own_hours.person_id = person AND own_hours.withdrawn_at IS NULL;
END;
