-- Projects and their money.

-- Each project's unit, and when it runs: until the day before `ends_before`.
CREATE FUNCTION project_periods() RETURNS TABLE (
  project_id uuid, unit_id uuid, starts_on date, ends_before date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT project.id, project.unit_id, project.starts_on, project.ends_before FROM project;
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
  SELECT 'cost', cost.booked_on, cost.booked_on
  FROM cost WHERE cost.project_id = project AND cost.withdrawn_at IS NULL
  UNION ALL
  SELECT 'own-hours', own_hours.worked_on, own_hours.worked_on
  FROM own_hours WHERE own_hours.project_id = project AND own_hours.withdrawn_at IS NULL
  UNION ALL
  SELECT 'phase', phase.starts_on, phase.ends_before - 1
  FROM phase WHERE phase.project_id = project
  UNION ALL
  SELECT 'budget', budget_amount.starts_on, budget_amount.ends_before - 1
  FROM budget_line JOIN budget_amount ON budget_amount.budget_line_id = budget_line.id
  WHERE budget_line.project_id = project;
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
  SELECT cost.source_id, cost.booked_on, cost.amount_ore
  FROM cost
  WHERE cost.project_id = project AND cost.withdrawn_at IS NULL
    AND cost.source_type = 'training-record';
END;

-- The ledger's rows that are a course's invoice, in the books of whatever project.
CREATE FUNCTION invoices_of(record uuid) RETURNS TABLE (
  voucher_id uuid, series text, number text, booked_on date, amount_ore bigint)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT voucher.id, voucher.series, voucher.number, cost.booked_on, cost.amount_ore
  FROM cost JOIN voucher ON voucher.id = cost.voucher_id
  WHERE cost.source_type = 'training-record' AND cost.source_id = record
    AND cost.withdrawn_at IS NULL;
END;

-- The standing own hours that came from another room's records of a kind.
CREATE FUNCTION hours_of_sources(kind source_type) RETURNS TABLE (
  source_id uuid, person_id uuid, worked_on date, counts_on date, minutes int, amount_ore bigint)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT own_hours.source_id, own_hours.person_id, own_hours.worked_on, own_hours.counts_on,
    own_hours.minutes, own_hours.amount_ore
  FROM own_hours WHERE own_hours.source_type = kind AND own_hours.withdrawn_at IS NULL;
END;
