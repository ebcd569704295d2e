-- Projects and their money.

-- Each project's unit, and when it runs: until the day before `ends_before`.
CREATE FUNCTION project_periods() RETURNS TABLE (
  project_id uuid, unit_id uuid, starts_on date, ends_before date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT project.id, project.unit_id, project.starts_on, project.ends_before FROM project;
END;

-- The days of somebody on which they worked own hours, with the project and its unit.
CREATE FUNCTION own_hours_days_of(person uuid) RETURNS TABLE (
  id uuid, day date, project_id uuid, unit_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT own_hours.id, own_hours.worked_on, project.id, project.unit_id
  FROM own_hours JOIN project ON project.id = own_hours.project_id
  WHERE own_hours.person_id = person AND own_hours.withdrawn_at IS NULL;
END;
