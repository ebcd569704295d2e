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

-- What the funders of shared reports read: of each the version that hasn't been taken back. `heading`
-- is a JSON object, as of `FrozenHeading`.
CREATE FUNCTION standing_versions() RETURNS TABLE (
  version_id uuid, report_id uuid, number int, shared_at timestamptz, heading jsonb)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT version.id, version.report_id, version.number, version.shared_at, version.heading
  FROM report_version version WHERE version.taken_back_at IS NULL;
END;

-- What the report of a period builds on: of the project's versions that stand at a moment (`infinity`:
-- that stand now) the one whose period ended last before this one begins, of another report than
-- the report itself. At most one row.
CREATE FUNCTION base_of_period(project uuid, report uuid, starts_on date, at timestamptz)
RETURNS TABLE (version_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT version.id
  FROM report shared JOIN report_version version ON version.report_id = shared.id
  WHERE shared.project_id = project AND shared.id IS DISTINCT FROM base_of_period.report
    AND (version.heading->>'endsBefore')::date <= base_of_period.starts_on
    AND version.frozen_at <= base_of_period.at
    AND (version.taken_back_at IS NULL OR version.taken_back_at > base_of_period.at)
  ORDER BY (version.heading->>'endsBefore')::date DESC, (version.heading->>'startsOn')::date DESC,
    version.shared_at DESC, version.id DESC
  LIMIT 1;
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

-- The rows that a project's figures are made of when a day has ended, each once: of these those that
-- the columns of a report are made of, what it sums up and its groups. `kind` names the set
-- (`report-row.ts` says what each is), `under` what it is counted under (a line, a method, an
-- indicator), `day` the day from which it counts, `source` what it came from, `words` what somebody
-- has written of it, `facts` the rest as a JSON object. Of what is summed up, `origin` is what it was
-- when it was first told: what takes a row's place has the same.
CREATE FUNCTION summed_rows(project uuid, day date) RETURNS TABLE (
  kind text, row_id uuid, under uuid, day date, person_id uuid, source_type text, source_id uuid,
  facts json, words text)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT 'cost', booked.entry_id, booked.line_id, booked.day, NULL::uuid, booked.source_type,
    booked.source_id, json_build_object('amountOre', booked.amount_ore,
      'voucher', voucher.name, 'import', voucher.import_id,
      'origin', coalesce(booked.first_record_id, course.first_id, booked.source_id, first.first_id,
        booked.voucher_id, booked.entry_id)),
    booked.words
  FROM costs_of(project) booked
  LEFT JOIN named_vouchers(project) voucher ON voucher.voucher_id = booked.voucher_id
  LEFT JOIN first_records(project) course ON course.record_id = booked.source_id
  LEFT JOIN first_vouchers(project) first ON first.voucher_id = booked.voucher_id
  WHERE booked.day <= summed_rows.day
  UNION ALL
  -- What is answered later awaits the answer on this day.
  SELECT 'own-hours', worked.entry_id, worked.line_id,
    CASE WHEN worked.counts_on <= summed_rows.day THEN worked.counts_on END, worked.person_id,
    worked.source_type, worked.source_id, json_build_object('amountOre', worked.amount_ore,
      'minutes', worked.minutes, 'rateOre', worked.rate_ore, 'workedOn', worked.worked_on,
      'party', worked.partner_id,
      'origin', coalesce(held.first_id, worked.source_id, first.first_id, worked.entry_id),
      'awaits', worked.counts_on IS NULL OR worked.counts_on > summed_rows.day),
    worked.text
  FROM own_hours_of(project) worked
  LEFT JOIN first_hand_overs(project) held ON held.hand_over_id = worked.source_id
  LEFT JOIN first_hours(project) first ON first.entry_id = worked.entry_id
  WHERE least(worked.worked_on, worked.counts_on) <= summed_rows.day
  UNION ALL
  SELECT 'training', course.record_id, course.competence_id, course.held_on, course.person_id, NULL,
    NULL::uuid, json_build_object('minutes', course.minutes,
      'costOre', coalesce((SELECT sum(paid.amount_ore) FROM course_costs(project) paid
        WHERE paid.record_id = course.record_id AND paid.booked_on <= summed_rows.day), 0),
      'origin', coalesce(first.first_id, course.record_id)),
    told.title
  FROM training_of(project) course LEFT JOIN LATERAL named_record(course.record_id) told ON true
  LEFT JOIN first_records(project) first ON first.record_id = course.record_id
  WHERE course.held_on <= summed_rows.day
  UNION ALL
  SELECT 'hand-over', held.hand_over_id, held.competence_id, held.held_on, NULL::uuid, NULL,
    NULL::uuid, (held.facts || jsonb_build_object('isOwn', true,
      'origin', coalesce(first.first_id, held.hand_over_id)))::json,
    held.note
  FROM hand_overs_for(project, summed_rows.day) held
  LEFT JOIN first_hand_overs(project) first ON first.hand_over_id = held.hand_over_id
  UNION ALL
  SELECT 'part', NULL::uuid, part.competence_id, part.counts_from, part.person_id, 'hand_over',
    part.hand_over_id, json_build_object('isLearner', part.is_learner, 'heldOn', part.held_on,
      'origin', coalesce(first.first_id, part.hand_over_id)), NULL
  FROM parts_for(project, summed_rows.day) part
  LEFT JOIN first_hand_overs(project) first ON first.hand_over_id = part.hand_over_id
  UNION ALL
  SELECT 'group', NULL::uuid, reached.competence_id, reached.acquired_on, reached.person_id, NULL,
    NULL::uuid, json_build_object('isReached', reached.is_reached, 'leftOn', reached.left_on), NULL
  FROM reached_for(project, summed_rows.day) reached;
END;

-- All of them.
CREATE FUNCTION report_rows(project uuid, day date) RETURNS TABLE (
  kind text, row_id uuid, under uuid, day date, person_id uuid, source_type text, source_id uuid,
  facts json, words text)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT summed.kind, summed.row_id, summed.under, summed.day, summed.person_id, summed.source_type,
    summed.source_id, summed.facts, summed.words
  FROM summed_rows(project, report_rows.day) summed
  UNION ALL
  SELECT 'hand-over', held.hand_over_id, held.competence_id, held.held_on, NULL::uuid, NULL,
    NULL::uuid, (held.facts || jsonb_build_object('isOwn', false,
      'origin', held.hand_over_id))::json,
    held.note
  FROM hand_overs_beside(project, report_rows.day) held
  UNION ALL
  SELECT 'acquired', NULL::uuid, acquired.competence_id, acquired.acquired_on, acquired.person_id,
    CASE WHEN acquired.hand_over_id IS NOT NULL THEN 'hand_over' END, acquired.hand_over_id,
    json_build_object('generation', acquired.generation, 'inGroup', acquired.in_group,
      'hasTaught', acquired.has_taught, 'isActive', acquired.is_active,
      'leftOn', acquired.left_on, 'mayTeach', acquired.may_teach,
      'isBeside', acquired.is_beside), NULL
  FROM acquired_near(project, report_rows.day) acquired
  UNION ALL
  SELECT 'method', method.competence_id, method.competence_id, NULL::date, NULL::uuid, NULL,
    NULL::uuid, json_build_object('code', named.code, 'name', named.name), NULL
  FROM methods_of(project, report_rows.day) method JOIN competences() named ON named.id = method.competence_id
  UNION ALL
  SELECT 'measurement', measured.measurement_id, measured.indicator_id, measured.measured_on,
    NULL::uuid, NULL, NULL::uuid, json_build_object('value', measured.value), told.note
  FROM indicators_of(project) indicator
  CROSS JOIN LATERAL measurements_of(indicator.indicator_id) told
  JOIN measurements_until(project, report_rows.day) measured
    ON measured.measurement_id = told.measurement_id
  UNION ALL
  SELECT 'target', target.target_id, target.indicator_id, target.due_on, NULL::uuid, NULL,
    NULL::uuid, json_build_object('value', target.value, 'decidedOn', target.decided_on), NULL
  FROM targets_decided(project, report_rows.day) target
  JOIN indicators_by(project, report_rows.day) aimed ON aimed.indicator_id = target.indicator_id
  UNION ALL
  SELECT 'indicator', indicator.indicator_id, indicator.indicator_id, indicator.baseline_on,
    NULL::uuid, NULL, NULL::uuid, json_build_object('name', indicator.name,
      'unit', indicator.unit, 'higherIsBetter', indicator.higher_is_better,
      'baseline', indicator.baseline, 'cumulation', indicator.cumulation,
      'source', indicator.source), NULL
  FROM indicators_by(project, report_rows.day) indicator
  UNION ALL
  SELECT 'ledger', report_rows.project, NULL::uuid, known.last_day, NULL::uuid, NULL, NULL::uuid,
    '{}'::json, NULL
  FROM booked_through(project, report_rows.day) known
  UNION ALL
  SELECT paper.kind, paper.paper_id, paper.line_id, paper.day, NULL::uuid, NULL, NULL::uuid,
    paper.facts, NULL
  FROM papers_of(project, report_rows.day) paper;
END;
