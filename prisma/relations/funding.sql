-- Projects and their money.

-- Each project's unit, and when it runs: until the day before `ends_before`.
CREATE FUNCTION project_periods() RETURNS TABLE (
  project_id uuid, unit_id uuid, starts_on date, ends_before date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT project.id, project.unit_id, project.starts_on, project.ends_before FROM project;
END;
