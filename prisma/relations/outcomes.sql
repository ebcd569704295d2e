-- What projects are measured by: indicators that stand, their targets by decision, and what was
-- measured.

CREATE FUNCTION indicators_of(project uuid) RETURNS TABLE (
  indicator_id uuid, place int, name text, unit text, higher_is_better boolean, baseline numeric,
  baseline_on date, cumulation text, source text)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT indicator.id, indicator."position", indicator.name, indicator.unit,
    indicator.higher_is_better, indicator.baseline, indicator.baseline_on,
    indicator.cumulation::text, indicator.source
  FROM indicator WHERE indicator.project_id = project AND indicator.withdrawn_at IS NULL;
END;

-- Every decision on a project's targets that stands: in force from `decided_on` until the day before
-- `replaced_on`.
CREATE FUNCTION target_decisions(project uuid) RETURNS TABLE (
  indicator_id uuid, target_id uuid, due_on date, value numeric, decided_on date,
  replaced_on date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT target.indicator_id, target.id, target.due_on, target.value, target.decided_on,
    target.replaced_on
  FROM indicators_of(project) indicator
  JOIN indicator_target target ON target.indicator_id = indicator.indicator_id
  WHERE target.withdrawn_at IS NULL;
END;

-- The targets of a project in force when a day had ended.
CREATE FUNCTION targets_decided(project uuid, day date) RETURNS TABLE (
  indicator_id uuid, target_id uuid, due_on date, value numeric, decided_on date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT decision.indicator_id, decision.target_id, decision.due_on, decision.value,
    decision.decided_on
  FROM target_decisions(project) decision
  WHERE decision.decided_on <= day
    AND (decision.replaced_on IS NULL OR decision.replaced_on > day);
END;

-- What has been measured of an indicator and stands. `entered_at` and then the id tell which of two
-- of one day came last.
CREATE FUNCTION measurements_of(indicator uuid) RETURNS TABLE (
  measurement_id uuid, measured_on date, value numeric, note text, recorded_by_id uuid,
  entered_at timestamptz)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT measurement.id, measurement.measured_on, measurement.value, measurement.note,
    measurement.recorded_by_id, measurement.entered_at
  FROM measurement
  WHERE measurement.indicator_id = indicator AND measurement.withdrawn_at IS NULL;
END;

-- What had been measured of a project's indicators when a day had ended.
CREATE FUNCTION measurements_until(project uuid, day date) RETURNS TABLE (
  indicator_id uuid, measurement_id uuid, measured_on date, value numeric, entered_at timestamptz)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT indicator.indicator_id, measured.measurement_id, measured.measured_on, measured.value,
    measured.entered_at
  FROM indicators_of(project) indicator
  CROSS JOIN LATERAL measurements_of(indicator.indicator_id) measured
  WHERE measured.measured_on <= day;
END;

-- The indicators that a project had when a day had ended: from the day of their start value on, or
-- of what was measured or decided for them earlier. What is decided since always says no day.
CREATE FUNCTION indicators_by(project uuid, day date) RETURNS TABLE (
  indicator_id uuid, place int, name text, unit text, higher_is_better boolean, baseline numeric,
  baseline_on date, cumulation text, source text)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT indicator.indicator_id, indicator.place, indicator.name, indicator.unit,
    indicator.higher_is_better, indicator.baseline, indicator.baseline_on, indicator.cumulation,
    indicator.source
  FROM indicators_of(project) indicator
  WHERE indicator.baseline_on <= indicators_by.day
    OR EXISTS (SELECT FROM target_decisions(project) target
      WHERE target.indicator_id = indicator.indicator_id
        AND target.decided_on > '1900-01-01' AND target.decided_on <= indicators_by.day)
    OR EXISTS (SELECT FROM measurements_of(indicator.indicator_id) measured
      WHERE measured.measured_on <= indicators_by.day);
END;

-- What was taken away of an indicator's measurements, when, by whom and why, and by which
-- measurement it was corrected, if it was.
CREATE FUNCTION measurements_withdrawn(indicator uuid) RETURNS TABLE (
  measurement_id uuid, measured_on date, value numeric, withdrawn_at timestamptz,
  withdrawn_by_id uuid, reason text, corrected_on date, corrected_value numeric)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT gone.id, gone.measured_on, gone.value, gone.withdrawn_at, gone.withdrawn_by_id,
    gone.withdrawn_reason, correction.measured_on, correction.value
  FROM measurement gone LEFT JOIN measurement correction ON correction.replaces_id = gone.id
  WHERE gone.indicator_id = indicator AND gone.withdrawn_at IS NOT NULL;
END;

-- The days of a project's targets and measurements, and those that its indicators start on.
CREATE FUNCTION dated_outcomes(project uuid) RETURNS TABLE (kind text, day date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT 'target', decision.due_on
  FROM target_decisions(project) decision WHERE decision.replaced_on IS NULL
  UNION ALL
  SELECT 'measurement', measured.measured_on
  FROM indicators_of(project) indicator
  CROSS JOIN LATERAL measurements_of(indicator.indicator_id) measured
  UNION ALL
  SELECT 'start', indicator.baseline_on FROM indicators_of(project) indicator;
END;
