-- What funders are told.

-- The periods of a project's reports, shared or not.
CREATE FUNCTION reported_periods(project uuid) RETURNS TABLE (
  report_id uuid, starts_on date, ends_before date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT report.id, report.starts_on, report.ends_before
  FROM report WHERE report.project_id = project;
END;
