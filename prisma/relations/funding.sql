-- Projects and their money: what is planned, what is booked, what is promised. Amounts are öre.

CREATE FUNCTION projects() RETURNS TABLE (
  id uuid, authority_id uuid, unit_id uuid, code text, name text, starts_on date,
  ends_before date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT project.id, project.authority_id, project.unit_id, project.code, project.name,
    project.starts_on, project.ends_before
  FROM project;
END;

-- Each project's unit, and when it runs: until the day before `ends_before`.
CREATE FUNCTION project_periods() RETURNS TABLE (
  project_id uuid, unit_id uuid, starts_on date, ends_before date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT project.id, project.unit_id, project.starts_on, project.ends_before FROM project;
END;

-- Of which project's budget a line is, or was before it was taken out.
CREATE FUNCTION line_projects() RETURNS TABLE (line_id uuid, project_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT line.id, line.project_id FROM budget_line line;
END;

-- The projects that a unit or one above it runs.
CREATE FUNCTION projects_around(unit uuid) RETURNS TABLE (
  project_id uuid, code text, name text, starts_on date, ends_before date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT project.id, project.code, project.name, project.starts_on, project.ends_before
  FROM units_over(ARRAY[unit]) over JOIN project ON project.unit_id = over.over_id;
END;

-- The projects that somebody has been near: they were run by a unit, or one above it, while it was a
-- place of theirs.
CREATE FUNCTION projects_near(person uuid) RETURNS TABLE (
  project_id uuid, code text, name text, starts_on date, ends_before date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT DISTINCT around.project_id, around.code, around.name, around.starts_on, around.ends_before
  FROM places_of(person) place CROSS JOIN LATERAL projects_around(place.unit_id) around
  WHERE place.starts_on < around.ends_before
    AND (place.ends_before IS NULL OR place.ends_before > around.starts_on);
END;

-- The lines of a project's budget. `closed_on`: the last day that the grant that pays one takes.
CREATE FUNCTION lines_of(project uuid) RETURNS TABLE (
  line_id uuid, place int, cost_category text, name text, financing text, grant_id uuid,
  accounts text, closed_on date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT line.id, line."position", line.cost_category, line.name, line.financing::text,
    line.grant_id, line.accounts, payer.closed_on
  FROM budget_line line LEFT JOIN "grant" payer ON payer.id = line.grant_id
  WHERE line.project_id = project AND line.withdrawn_at IS NULL;
END;

-- What a project's lines may spend by what was decided when a day had ended: the amounts by the
-- periods that they are for.
CREATE FUNCTION budget_of(project uuid, decided_by date) RETURNS TABLE (
  line_id uuid, financing text, starts_on date, ends_before date, amount_ore bigint)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT line.line_id, line.financing, amount.starts_on, amount.ends_before, amount.amount_ore
  FROM lines_of(project) line JOIN budget_amount amount ON amount.budget_line_id = line.line_id
  WHERE amount.withdrawn_at IS NULL AND amount.decided_on <= decided_by
    AND (amount.replaced_on IS NULL OR amount.replaced_on > decided_by);
END;

-- A project's own hours: those that stand, on a line of their kind. They count from `counts_on`;
-- while that is null they await somebody's answer.
CREATE FUNCTION own_hours_of(project uuid) RETURNS TABLE (
  entry_id uuid, line_id uuid, person_id uuid, partner_id uuid, worked_on date, counts_on date,
  minutes int, rate_ore bigint, amount_ore bigint, text text, source_type text, source_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT worked.id, line.id, worked.person_id, worked.partner_id, worked.worked_on,
    worked.counts_on, worked.minutes, worked.rate_ore, worked.amount_ore, worked.text,
    worked.source_type::text, worked.source_id
  FROM own_hours worked JOIN budget_line line
    ON line.id = worked.budget_line_id AND line.project_id = project
    AND line.financing = 'in_kind' AND line.withdrawn_at IS NULL
  WHERE worked.project_id = project AND worked.withdrawn_at IS NULL;
END;

-- Whose own hours are an entry's: a partner's, or (`partner` null) our own people's, which are the
-- owner's. Null where no partner stands for the owner. One row.
CREATE FUNCTION party_of(project uuid, partner uuid) RETURNS TABLE (party_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT coalesce(party_of.partner, (SELECT owner.id FROM partner owner
    WHERE owner.project_id = project AND owner.role = 'owner' AND owner.withdrawn_at IS NULL));
END;

-- The own hours worked until the end of a day that didn't count by then.
CREATE FUNCTION awaiting_hours(project uuid, day date) RETURNS TABLE (
  entry_id uuid, worked_on date, minutes int, amount_ore bigint)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT worked.entry_id, worked.worked_on, worked.minutes, worked.amount_ore
  FROM own_hours_of(project) worked
  WHERE worked.worked_on <= day AND (worked.counts_on IS NULL OR worked.counts_on > day);
END;

-- Every cost in a project's books, with its words and the voucher that a ledger's row stands in. One
-- that stands on no line of its kind is unplaced (`line_id` null).
CREATE FUNCTION costs_of(project uuid) RETURNS TABLE (
  entry_id uuid, line_id uuid, day date, amount_ore bigint, source_type text, source_id uuid,
  words text, voucher_id uuid, first_record_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT cost.id, line.id, cost.booked_on, cost.amount_ore, cost.source_type::text, cost.source_id,
    cost.text, cost.voucher_id, cost.first_record_id
  FROM cost LEFT JOIN budget_line line
    ON line.id = cost.budget_line_id AND line.project_id = project
    AND line.financing <> 'in_kind' AND line.withdrawn_at IS NULL
  WHERE cost.project_id = project AND cost.withdrawn_at IS NULL;
END;

-- What a project's vouchers are called, and the list that each came with.
CREATE FUNCTION named_vouchers(project uuid) RETURNS TABLE (
  voucher_id uuid, name text, import_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT voucher.id, trim(voucher.series || ' ' || voucher.number), voucher.import_id
  FROM voucher WHERE voucher.project_id = project;
END;

-- Every entry in a project's books, by its day there: of own hours the one from which they count.
-- Costs are money, own hours are worth money;
-- each stands on a line of its own kind. A cost elsewhere is unplaced (`line_id` null); own hours
-- elsewhere are none.
CREATE FUNCTION entries_of(project uuid) RETURNS TABLE (
  entry_id uuid, kind text, line_id uuid, day date, amount_ore bigint, minutes int,
  person_id uuid, partner_id uuid, source_type text, source_id uuid, happened_on date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT booked.entry_id, 'cost', booked.line_id, booked.day, booked.amount_ore, 0, NULL::uuid,
    NULL::uuid, booked.source_type, booked.source_id, booked.day
  FROM costs_of(project) booked
  UNION ALL
  SELECT worked.entry_id, 'own-hours', worked.line_id, worked.counts_on, worked.amount_ore,
    worked.minutes, worked.person_id, worked.partner_id, worked.source_type, worked.source_id,
    worked.worked_on
  FROM own_hours_of(project) worked WHERE worked.counts_on IS NOT NULL;
END;

-- A project's own hours that were booked anew, each with the entry that they were first.
CREATE FUNCTION first_hours(project uuid) RETURNS TABLE (entry_id uuid, first_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  WITH RECURSIVE step (id, first_id, next_id) AS (
    SELECT one.id, earlier.id, earlier.replaces_id
    FROM own_hours one JOIN own_hours earlier ON earlier.id = one.replaces_id
    WHERE one.project_id = project
    UNION ALL
    SELECT step.id, earlier.id, earlier.replaces_id
    FROM step JOIN own_hours earlier ON earlier.id = step.next_id
  )
  SELECT step.id, step.first_id FROM step WHERE step.next_id IS NULL;
END;

-- A project's vouchers that have taken the place of another, also of one that was taken back before
-- they came again, each with the one that they were first: never with two, which would count the
-- voucher twice.
CREATE FUNCTION first_vouchers(project uuid) RETURNS TABLE (voucher_id uuid, first_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  WITH RECURSIVE step (id, first_id) AS (
    SELECT one.id, earlier.id
    FROM voucher one JOIN voucher earlier ON earlier.replaced_by_id = one.id
    WHERE one.project_id = project
    UNION ALL
    SELECT step.id, earlier.id
    FROM step JOIN voucher earlier ON earlier.replaced_by_id = step.first_id
  )
  SELECT DISTINCT ON (step.id) step.id, step.first_id FROM step
  WHERE NOT EXISTS (SELECT FROM voucher earlier WHERE earlier.replaced_by_id = step.first_id)
  ORDER BY step.id, step.first_id;
END;

-- What a project's lines have promised and not yet paid.
CREATE FUNCTION committed_of(project uuid) RETURNS TABLE (
  line_id uuid, amount_ore bigint, commitment_id uuid, source_type text, source_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT line.line_id, commitment.amount_ore, commitment.id, commitment.source_type::text,
    commitment.source_id
  FROM lines_of(project) line JOIN commitment ON commitment.budget_line_id = line.line_id
  WHERE commitment.withdrawn_at IS NULL;
END;

-- What is left of a line when a day has ended: the budget decided by then, less what is booked
-- until then and what is promised; negative where more is promised than there is. One row.
CREATE FUNCTION available_on(project uuid, line uuid, day date) RETURNS TABLE (amount_ore bigint)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT (
    coalesce((SELECT sum(budget.amount_ore) FROM budget_of(project, day) budget
      WHERE budget.line_id = line), 0)
    - coalesce((SELECT sum(entry.amount_ore) FROM entries_of(project) entry
      WHERE entry.line_id = line AND entry.day <= available_on.day), 0)
    - coalesce((SELECT sum(committed.amount_ore) FROM committed_of(project) committed
      WHERE committed.line_id = line), 0)
  )::bigint;
END;

-- What a project's lines that are paid in kronor may spend by what was decided when a day had ended,
-- and what is booked until then, placed or not. Own hours are no money to spend. One row.
CREATE FUNCTION paid_of(project uuid, day date) RETURNS TABLE (budget_ore bigint, spent_ore bigint)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT
    coalesce((SELECT sum(planned.amount_ore) FROM budget_of(project, paid_of.day) planned
      WHERE planned.financing <> 'in_kind'), 0)::bigint,
    coalesce((SELECT sum(booked.amount_ore) FROM costs_of(project) booked
      WHERE booked.day <= paid_of.day), 0)::bigint;
END;

-- A project's lines on a day. A line is open where the project runs then and the grant that pays it
-- was not closed before; its budget, as it was decided by another day, has the day or not.
CREATE FUNCTION lines_on(project uuid, day date, decided_by date) RETURNS TABLE (
  line_id uuid, financing text, place int, is_open boolean, is_planned boolean, closed_on date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT line.line_id, line.financing, line.place,
    running.starts_on <= day AND running.ends_before > day
      AND (line.closed_on IS NULL OR line.closed_on >= day),
    EXISTS (SELECT FROM budget_of(project, decided_by) budget
      WHERE budget.line_id = line.line_id AND budget.starts_on <= day AND budget.ends_before > day),
    line.closed_on
  FROM lines_of(project) line
  JOIN project running ON running.id = lines_on.project;
END;

-- What an own hour of a project is worth on a day: one row, or none.
CREATE FUNCTION rate_on(project uuid, day date) RETURNS TABLE (rate_ore bigint)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT rate.rate_ore FROM hour_rate rate
  WHERE rate.project_id = project AND rate.withdrawn_at IS NULL AND rate.valid_from <= day
    AND (rate.ends_before IS NULL OR rate.ends_before > day);
END;

-- The projects that can take own hours of some day of a stretch (`last_day` is in it): they run
-- then, an hour has a rate then, and there is a line for it.
CREATE FUNCTION taking_hours(first_day date, last_day date) RETURNS TABLE (project_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT project.id FROM project
  WHERE EXISTS (SELECT FROM lines_of(project.id) line WHERE line.financing = 'in_kind')
    AND EXISTS (SELECT FROM hour_rate rate
      WHERE rate.project_id = project.id AND rate.withdrawn_at IS NULL
        AND rate.valid_from <= last_day AND rate.valid_from < project.ends_before
        AND (rate.ends_before IS NULL
          OR (rate.ends_before > first_day AND rate.ends_before > project.starts_on)))
    AND project.starts_on <= last_day AND project.ends_before > first_day;
END;

-- Until the end of which day each of the ledger's objects that a project has read is known.
CREATE FUNCTION objects_read(project uuid) RETURNS TABLE (object_code text, last_day date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT code.of, max(reading.read_on)
  FROM ledger_reading reading CROSS JOIN LATERAL unnest(reading.object_codes) code (of)
  WHERE reading.project_id = project AND reading.withdrawn_at IS NULL
  GROUP BY code.of;
END;

-- Until the end of which day a project's ledger is known, as far as a day: as far as all its objects
-- have been read, or the last row's of those that came with no reading. One row; null where no ledger
-- has been read.
CREATE FUNCTION booked_through(project uuid, day date) RETURNS TABLE (last_day date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT CASE WHEN known.last_day IS NOT NULL THEN least(known.last_day, day) END
  FROM (
    SELECT min(object.last_day) AS last_day FROM objects_read(project) object
  ) told
  -- Rows of no reading tell only where they are later: from the newest back, the first is enough.
  CROSS JOIN LATERAL (SELECT coalesce(
    (SELECT cost.booked_on FROM cost JOIN voucher ON voucher.id = cost.voucher_id
      WHERE cost.project_id = project AND cost.withdrawn_at IS NULL
        AND cost.booked_on > coalesce(told.last_day, '-infinity')
        AND NOT EXISTS (SELECT FROM ledger_reading reading
          WHERE reading.source_id = voucher.import_id AND reading.withdrawn_at IS NULL)
      ORDER BY cost.booked_on DESC LIMIT 1), told.last_day) AS last_day) known;
END;

-- The periods of a project that a funder has read.
CREATE FUNCTION reported_of(project uuid) RETURNS TABLE (starts_on date, ends_before date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT reported.starts_on, reported.ends_before FROM reported_period reported
  WHERE reported.project_id = project AND reported.withdrawn_at IS NULL;
END;

-- The project that a code leads to, in capitals or not: one that it has, or one that it has had.
CREATE FUNCTION project_of_code(code text) RETURNS TABLE (project_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT project_code.project_id FROM project_code
  WHERE lower(project_code.code) = lower(project_of_code.code);
END;

-- The funder of a name, in capitals or not.
CREATE FUNCTION funder_of_name(name text) RETURNS TABLE (funder_id uuid, name_now text)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT funder.id, funder.name FROM funder WHERE lower(funder.name) = lower(funder_of_name.name);
END;

-- What stands in a project's money with its first and last day: costs, own hours, phases, and the
-- budget's periods.
CREATE FUNCTION dated_money(project uuid) RETURNS TABLE (kind text, first_on date, last_on date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT 'cost', booked.day, booked.day FROM costs_of(project) booked
  UNION ALL
  SELECT 'own-hours', worked.worked_on, worked.worked_on FROM own_hours_of(project) worked
  UNION ALL
  SELECT 'phase', phase.starts_on, phase.ends_before - 1
  FROM phase WHERE phase.project_id = project AND phase.withdrawn_at IS NULL
  UNION ALL
  SELECT 'budget', budget.starts_on, budget.ends_before - 1
  FROM budget_of(project, 'infinity') budget;
END;

-- Every code that leads to a project.
CREATE FUNCTION codes_of(project uuid) RETURNS TABLE (code text)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT project_code.code FROM project_code WHERE project_code.project_id = project;
END;

-- What a project's courses have cost by the books: what was logged with them, or the ledger's
-- invoice in its place.
CREATE FUNCTION course_costs(project uuid) RETURNS TABLE (
  record_id uuid, booked_on date, amount_ore bigint)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT booked.source_id, booked.day, booked.amount_ore FROM costs_of(project) booked
  WHERE booked.source_id IS NOT NULL;
END;

-- The ledger's rows that are a course's invoice, in the books of whatever project.
CREATE FUNCTION invoices_of(record uuid) RETURNS TABLE (
  voucher_id uuid, series text, number text, booked_on date, amount_ore bigint)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT voucher.id, voucher.series, voucher.number, cost.booked_on, cost.amount_ore
  FROM cost JOIN voucher ON voucher.id = cost.voucher_id
  WHERE cost.source_id = record AND cost.withdrawn_at IS NULL;
END;

-- The lines that a project had when a day had ended: something had been decided for them by then, or
-- was booked or worked on them.
CREATE FUNCTION lines_by(project uuid, day date) RETURNS TABLE (line_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT amount.budget_line_id
  FROM lines_of(project) line JOIN budget_amount amount ON amount.budget_line_id = line.line_id
  WHERE amount.withdrawn_at IS NULL AND amount.decided_on <= lines_by.day
  UNION
  SELECT booked.line_id FROM costs_of(project) booked WHERE booked.day <= lines_by.day
  UNION
  SELECT worked.line_id FROM own_hours_of(project) worked
  WHERE least(worked.worked_on, worked.counts_on) <= lines_by.day;
END;

-- What stood of a project beside its books when a day had ended: itself, its lines (`lines_by`) and
-- what they may spend, its grants with what was granted, decisions and appendices, phases and
-- partners. A grant is there from the day on which it was applied for or granted, and where it pays a
-- line; what has no day always is. `facts` is a JSON object of what each says.
CREATE FUNCTION papers_of(project uuid, told_on date) RETURNS TABLE (
  kind text, paper_id uuid, line_id uuid, day date, facts json)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT 'project', own.id, NULL::uuid, own.starts_on, json_build_object('code', own.code,
    'name', own.name, 'purpose', own.purpose, 'lastDay', own.ends_before - 1,
    'unit', home.name, 'owner', home.authority, 'orgNumber', home.org_number)
  FROM project own JOIN named_units() home ON home.unit_id = own.unit_id
  WHERE own.id = papers_of.project
  UNION ALL
  SELECT 'line', line.line_id, line.line_id, NULL::date, json_build_object('place', line.place,
    'costCategory', line.cost_category, 'name', line.name, 'financing', line.financing,
    'grant', line.grant_id)
  FROM lines_of(project) line
  JOIN lines_by(project, told_on) stood ON stood.line_id = line.line_id
  UNION ALL
  SELECT 'budget', NULL::uuid, budget.line_id, budget.starts_on, json_build_object(
    'lastDay', budget.ends_before - 1, 'amountOre', budget.amount_ore)
  FROM budget_of(project, told_on) budget
  UNION ALL
  SELECT 'grant', granted.id, NULL::uuid, CASE WHEN granted.granted_on <= told_on
      THEN granted.granted_on END, json_build_object(
    'funder', funder.name, 'programme', granted.programme, 'funderRef', granted.funder_ref,
    'ownRef', granted.own_ref, 'appliedOn', granted.applied_on, 'appliedOre', granted.applied_ore,
    'grantedOre', CASE WHEN granted.granted_on IS NULL OR granted.granted_on <= told_on
      THEN granted.granted_ore END,
    'closedOn', CASE WHEN granted.closed_on <= told_on THEN granted.closed_on END,
    'conditions', granted.conditions)
  FROM "grant" granted JOIN funder ON funder.id = granted.funder_id
  WHERE granted.project_id = project AND granted.withdrawn_at IS NULL
    AND (coalesce(least(granted.applied_on, granted.granted_on) <= told_on, true) OR EXISTS (
      SELECT FROM lines_of(project) line JOIN lines_by(project, told_on) stood
        ON stood.line_id = line.line_id
      WHERE line.grant_id = granted.id))
  UNION ALL
  SELECT 'decision', decision.id, NULL::uuid, decision.decided_on, json_build_object(
    'body', decision.body, 'ref', decision.ref, 'summary', decision.summary)
  FROM decision WHERE decision.project_id = project AND decision.withdrawn_at IS NULL
    AND decision.decided_on <= told_on
  UNION ALL
  SELECT 'phase', phase.id, NULL::uuid, phase.starts_on, json_build_object('name', phase.name,
    'lastDay', phase.ends_before - 1, 'isExtension', phase.is_extension)
  FROM phase WHERE phase.project_id = project AND phase.withdrawn_at IS NULL
  UNION ALL
  SELECT 'partner', partner.id, NULL::uuid, NULL::date, json_build_object('name', partner.name,
    'orgNumber', partner.org_number, 'role', partner.role)
  FROM partner WHERE partner.project_id = project AND partner.withdrawn_at IS NULL
  UNION ALL
  SELECT 'appendix', appendix.id, NULL::uuid, appendix.dated_on, json_build_object(
    'title', appendix.title)
  FROM appendix WHERE appendix.project_id = project AND appendix.withdrawn_at IS NULL
    AND coalesce(appendix.dated_on <= told_on, true);
END;

-- The days of somebody on which they worked own hours, with the project and its unit.
CREATE FUNCTION own_hours_days_of(person uuid) RETURNS TABLE (
  id uuid, day date, project_id uuid, unit_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT own_hours.id, own_hours.worked_on, project.id, project.unit_id
  FROM own_hours JOIN project ON project.id = own_hours.project_id
  WHERE own_hours.person_id = person AND own_hours.withdrawn_at IS NULL;
END;

-- The own hours of somebody's day in all projects, also those that wait for somebody else's answer;
-- not those that others have entered and the person hasn't said yes to: `minutesOfDay`.
CREATE FUNCTION own_hours_of_day(person uuid, day date) RETURNS TABLE (
  entry_id uuid, project_id uuid, minutes int)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT own_hours.id, own_hours.project_id, own_hours.minutes FROM own_hours
  WHERE own_hours.person_id = person AND own_hours.worked_on = day
    AND own_hours.withdrawn_at IS NULL AND NOT own_hours.unanswered;
END;

-- The standing own hours that came from another room's records of a kind.
CREATE FUNCTION hours_of_sources(kind source_type) RETURNS TABLE (
  source_id uuid, person_id uuid, worked_on date, counts_on date, minutes int, amount_ore bigint)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT own_hours.source_id, own_hours.person_id, own_hours.worked_on, own_hours.counts_on,
    own_hours.minutes, own_hours.amount_ore
  FROM own_hours WHERE own_hours.source_type = kind AND own_hours.withdrawn_at IS NULL;
END;

-- What of a list of vouchers has come with an import, and stands: its rows, or one without any.
CREATE FUNCTION vouchers_brought_by(list uuid) RETURNS TABLE (
  voucher_id uuid, cost_id uuid, amount_ore bigint)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT voucher.id, cost.id, cost.amount_ore
  FROM voucher LEFT JOIN cost ON cost.voucher_id = voucher.id AND cost.withdrawn_at IS NULL
  WHERE voucher.import_id = list AND voucher.withdrawn_at IS NULL;
END;

-- The vouchers that an import has brought, whether they stand or not.
CREATE FUNCTION vouchers_of_list(list uuid) RETURNS TABLE (voucher_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT voucher.id FROM voucher WHERE voucher.import_id = list;
END;

-- A voucher and all those in whose place it has come, one after the other.
CREATE FUNCTION vouchers_before(voucher uuid) RETURNS TABLE (voucher_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  WITH RECURSIVE step (id) AS (
    SELECT vouchers_before.voucher
    UNION
    SELECT earlier.id FROM step JOIN voucher earlier ON earlier.replaced_by_id = step.id
  )
  SELECT step.id FROM step;
END;

-- What others have brought and an import has taken back, because its own took the place or its ledger
-- no longer had it: all that no other import has taken back, too. `again_by`: the import by which the
-- same stands already, read in anew.
CREATE FUNCTION vouchers_kept_back_by(list uuid) RETURNS TABLE (
  voucher_id uuid, withdrawn_at timestamptz, again_by uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT gone.id, gone.withdrawn_at, again.import_id
  FROM voucher_removal removal
  JOIN voucher gone ON gone.id = removal.voucher_id AND gone.import_id IS DISTINCT FROM list
  LEFT JOIN LATERAL (
    SELECT standing.import_id FROM voucher standing
    WHERE standing.object_code = gone.object_code AND standing.withdrawn_at IS NULL
      AND standing.import_id IS DISTINCT FROM list
      AND (standing.org_number <> '' OR standing.project_id = gone.project_id)
      AND (standing.identity = gone.identity
        OR (standing.number <> '' AND standing.org_number = gone.org_number
          AND standing.series = gone.series AND standing.number = gone.number
          AND standing.booked_on = gone.booked_on))
    ORDER BY standing.id LIMIT 1
  ) again ON true
  WHERE removal.import_id = list AND NOT EXISTS (SELECT FROM voucher_removal other
    WHERE other.voucher_id = gone.id AND other.import_id <> list);
END;

-- Of them what stands again when the import is taken back, with the rows that went.
CREATE FUNCTION vouchers_removed_by(list uuid) RETURNS TABLE (
  voucher_id uuid, cost_id uuid, amount_ore bigint)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT gone.voucher_id, cost.id, cost.amount_ore
  FROM vouchers_kept_back_by(list) gone
  LEFT JOIN cost ON cost.voucher_id = gone.voucher_id AND cost.withdrawn_at = gone.withdrawn_at
  WHERE gone.again_by IS NULL;
END;

-- The records for whose invoice an import's rows stand, that were booked before they were logged: no
-- logged cost of theirs was replaced, nor would an invoice of before stand again.
CREATE FUNCTION invoiced_alone_by(list uuid) RETURNS TABLE (record_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT DISTINCT invoice.source_id
  FROM vouchers_of_list(list) own
  JOIN cost invoice ON invoice.voucher_id = own.voucher_id AND invoice.withdrawn_at IS NULL
  WHERE invoice.source_id IS NOT NULL AND NOT EXISTS (SELECT FROM cost other
    WHERE other.source_id = invoice.source_id AND (other.voucher_id IS NULL
      OR other.voucher_id IN (SELECT again.voucher_id FROM vouchers_removed_by(list) again)));
END;

-- Of the records for whose invoice some vouchers' rows have been taken those of which no cost stands.
CREATE FUNCTION unpaid_after(vouchers uuid[]) RETURNS TABLE (record_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT DISTINCT invoice.source_id FROM cost invoice
  WHERE invoice.voucher_id = ANY (vouchers) AND invoice.source_id IS NOT NULL
    AND NOT EXISTS (SELECT FROM cost booked
      WHERE booked.source_id = invoice.source_id AND booked.withdrawn_at IS NULL);
END;

-- The logged costs whose place a voucher has taken, and the courses that they are of.
CREATE FUNCTION logged_replaced_by(voucher uuid) RETURNS TABLE (cost_id uuid, record_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT cost.id, cost.source_id FROM cost WHERE cost.replaced_by_id = voucher;
END;

-- Of some logged costs those that an invoice of another import stands for that has come in the place
-- of none of this one's.
CREATE FUNCTION logged_replaced(costs uuid[], list uuid) RETURNS TABLE (cost_id uuid, record_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT cost.id, cost.source_id
  FROM cost JOIN voucher invoice ON invoice.id = cost.replaced_by_id
  WHERE cost.id = ANY(costs) AND NOT EXISTS (SELECT FROM vouchers_before(invoice.id) before
    JOIN voucher earlier ON earlier.id = before.voucher_id WHERE earlier.import_id = list);
END;

-- The ledgers' vouchers, of whatever project. `rows` are their costs: account, öre, text, their
-- number in the voucher, and whether a course has it, or a part of it, for its invoice. `is_replaced`: another voucher
-- has taken the place.
CREATE FUNCTION ledger_vouchers() RETURNS TABLE (
  voucher_id uuid, project_id uuid, authority_id uuid, project_code text, object_code text,
  import_id uuid, org_number text, series text, number text, booked_on date, text text,
  withdrawn_at timestamptz, is_replaced boolean, rows json)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT voucher.id, project.id, project.authority_id, project.code, voucher.object_code,
    voucher.import_id, voucher.org_number, voucher.series, voucher.number, voucher.booked_on,
    voucher.text, voucher.withdrawn_at, voucher.replaced_by_id IS NOT NULL,
    coalesce(booked.rows, '[]')
  FROM voucher
  JOIN project ON project.id = voucher.project_id
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('account', whole.account, 'amountOre', whole.amount_ore,
      'text', whole.text, 'rowNumber', whole.row_number, 'isInvoice', whole.is_invoice)
      ORDER BY whole.row_number) AS rows
    FROM (
      SELECT cost.row_number, min(coalesce(cost.account, '')) AS account,
        sum(cost.amount_ore)::bigint AS amount_ore, min(cost.text) AS text,
        bool_or(cost.source_id IS NOT NULL) AS is_invoice
      FROM cost WHERE cost.voucher_id = voucher.id GROUP BY cost.row_number
    ) whole
  ) booked ON true;
END;

-- The objects that a project's vouchers that stand are of.
CREATE FUNCTION objects_of(project uuid) RETURNS TABLE (object_code text)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT DISTINCT voucher.object_code FROM voucher
  WHERE voucher.project_id = project AND voucher.withdrawn_at IS NULL;
END;

-- What courses were logged to cost and no ledger's row stands for yet, in a project's books.
CREATE FUNCTION logged_costs(project uuid) RETURNS TABLE (
  cost_id uuid, text text, booked_on date, amount_ore bigint)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT cost.id, cost.text, cost.booked_on, cost.amount_ore FROM cost
  WHERE cost.project_id = project AND cost.source_id IS NOT NULL AND cost.voucher_id IS NULL
    AND cost.withdrawn_at IS NULL;
END;

-- Those whose place a ledger's voucher has taken.
CREATE FUNCTION replaced_costs(project uuid) RETURNS TABLE (
  cost_id uuid, text text, booked_on date, amount_ore bigint, voucher_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT cost.id, cost.text, cost.booked_on, cost.amount_ore, cost.replaced_by_id FROM cost
  WHERE cost.project_id = project AND cost.replaced_by_id IS NOT NULL;
END;
