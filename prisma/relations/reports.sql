-- What funders are told.

-- The reports that stand: shared ones, and drafts that nobody has discarded.
CREATE FUNCTION standing_reports() RETURNS TABLE (
  id uuid, project_id uuid, kind report_kind, title text, starts_on date, ends_before date,
  due_on date, shared_at timestamptz)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT report.id, report.project_id, report.kind, report.title, report.starts_on,
    report.ends_before, report.due_on, report.shared_at
  FROM report WHERE report.discarded_at IS NULL;
END;

-- The project's other reports that have a day of a report's period in theirs.
CREATE FUNCTION overlapping_reports(report uuid) RETURNS TABLE (
  id uuid, title text, starts_on date, ends_before date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT other.id, other.title, other.starts_on, other.ends_before
  FROM standing_reports() one
  JOIN standing_reports() other ON other.project_id = one.project_id AND other.id <> one.id
    AND other.starts_on < one.ends_before AND one.starts_on < other.ends_before
  WHERE one.id = overlapping_reports.report;
END;

-- The periods of a project's reports, shared or not.
CREATE FUNCTION reported_periods(project uuid) RETURNS TABLE (
  report_id uuid, starts_on date, ends_before date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT report.id, report.starts_on, report.ends_before
  FROM standing_reports() report WHERE report.project_id = project;
END;
