-- What a project is measured by.

-- The days of a project's targets and measurements.
CREATE FUNCTION dated_outcomes(project uuid) RETURNS TABLE (kind text, day date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT 'target', indicator_target.due_on
  FROM indicator JOIN indicator_target ON indicator_target.indicator_id = indicator.id
  WHERE indicator.project_id = project
  UNION ALL
  SELECT 'measurement', measurement.measured_on
  FROM indicator JOIN measurement ON measurement.indicator_id = indicator.id
  WHERE indicator.project_id = project;
END;
