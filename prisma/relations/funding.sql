-- Projects and their money.

-- Each project's unit, and when it runs: until the day before `ends_before`.
CREATE FUNCTION project_periods() RETURNS TABLE (
  project_id uuid, unit_id uuid, starts_on date, ends_before date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT project.id, project.unit_id, project.starts_on, project.ends_before FROM project;
END;

-- The lines of a project's budget. `closed_on`: the last day that the grant that pays one takes.
CREATE FUNCTION lines_of(project uuid) RETURNS TABLE (
  line_id uuid, place int, cost_category text, name text, financing text, grant_id uuid,
  accounts text, closed_on date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT line.id, line."position", line.cost_category, line.name, line.financing::text,
    line.grant_id, line.accounts, payer.closed_on
  FROM budget_line line LEFT JOIN "grant" payer ON payer.id = line.grant_id
  WHERE line.project_id = project;
END;

-- What a project's lines may spend by what was decided when a day had ended: the amounts by the
-- periods that they are for.
CREATE FUNCTION budget_of(project uuid, decided_by date) RETURNS TABLE (
  line_id uuid, financing text, starts_on date, ends_before date, amount_ore bigint)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT line.line_id, line.financing, amount.starts_on, amount.ends_before, amount.amount_ore
  FROM lines_of(project) line JOIN budget_amount amount ON amount.budget_line_id = line.line_id;
END;

-- Every entry in a project's books, by its day there. Costs are money, own hours are worth money;
-- each stands on a line of its own kind. A cost elsewhere is unplaced (`line_id` null); own hours
-- elsewhere are none.
CREATE FUNCTION entries_of(project uuid) RETURNS TABLE (
  entry_id uuid, kind text, line_id uuid, day date, amount_ore bigint, minutes int,
  person_id uuid, partner_id uuid, source_type text, source_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT cost.id, 'cost', line.id, cost.booked_on, cost.amount_ore, 0, NULL::uuid, NULL::uuid,
    cost.source_type::text, cost.source_id
  FROM cost LEFT JOIN budget_line line
    ON line.id = cost.budget_line_id AND line.project_id = project
    AND line.financing <> 'in-kind'
  WHERE cost.project_id = project AND cost.withdrawn_at IS NULL
  UNION ALL
  SELECT worked.id, 'own-hours', line.id, worked.worked_on, worked.amount_ore, worked.minutes,
    worked.person_id, worked.partner_id, worked.source_type::text, worked.source_id
  FROM own_hours worked JOIN budget_line line
    ON line.id = worked.budget_line_id AND line.project_id = project
    AND line.financing = 'in-kind'
  WHERE worked.project_id = project AND worked.withdrawn_at IS NULL;
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

-- What is written of each entry of a project's books: its words, the voucher that a ledger's row
-- stands in with the import that brought it, and of own hours the day worked and the rate.
CREATE FUNCTION written_of(project uuid) RETURNS TABLE (
  entry_id uuid, words text, voucher text, import_id uuid, worked_on date, rate_ore bigint)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT cost.id, cost.text, trim(voucher.series || ' ' || voucher.number), voucher.import_id,
    NULL::date, NULL::bigint
  FROM cost LEFT JOIN voucher ON voucher.id = cost.voucher_id
  WHERE cost.project_id = project
  UNION ALL
  SELECT worked.id, worked.text, NULL, NULL::uuid, worked.worked_on, worked.rate_ore
  FROM own_hours worked WHERE worked.project_id = project;
END;

-- What stands of a project beside its books: itself, its lines and what they may spend by what was
-- decided when a day had ended, its grants, decisions, phases, partners and appendices. `facts` is a
-- JSON object of what each says.
CREATE FUNCTION papers_of(project uuid, decided_by date) RETURNS TABLE (
  kind text, paper_id uuid, line_id uuid, day date, facts jsonb)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT 'project', own.id, NULL::uuid, own.starts_on, jsonb_build_object('code', own.code,
    'name', own.name, 'purpose', own.purpose, 'lastDay', own.ends_before - 1,
    'unit', home.name, 'owner', home.authority, 'orgNumber', home.org_number)
  FROM project own JOIN named_units() home ON home.unit_id = own.unit_id
  WHERE own.id = papers_of.project
  UNION ALL
  SELECT 'line', line.line_id, line.line_id, NULL::date, jsonb_build_object('place', line.place,
    'costCategory', line.cost_category, 'name', line.name, 'financing', line.financing,
    'grant', line.grant_id)
  FROM lines_of(project) line
  UNION ALL
  SELECT 'budget', NULL::uuid, budget.line_id, budget.starts_on, jsonb_build_object(
    'lastDay', budget.ends_before - 1, 'amountOre', budget.amount_ore)
  FROM budget_of(project, decided_by) budget
  UNION ALL
  SELECT 'grant', granted.id, NULL::uuid, granted.granted_on, jsonb_build_object(
    'funder', funder.name, 'programme', granted.programme, 'funderRef', granted.funder_ref,
    'ownRef', granted.own_ref, 'appliedOn', granted.applied_on, 'appliedOre', granted.applied_ore,
    'grantedOre', granted.granted_ore, 'closedOn', granted.closed_on,
    'conditions', granted.conditions)
  FROM "grant" granted JOIN funder ON funder.id = granted.funder_id
  WHERE granted.project_id = project
  UNION ALL
  SELECT 'decision', decision.id, NULL::uuid, decision.decided_on, jsonb_build_object(
    'body', decision.body, 'ref', decision.ref, 'summary', decision.summary)
  FROM decision WHERE decision.project_id = project
  UNION ALL
  SELECT 'phase', phase.id, NULL::uuid, phase.starts_on, jsonb_build_object('name', phase.name,
    'lastDay', phase.ends_before - 1, 'isExtension', phase.is_extension)
  FROM phase WHERE phase.project_id = project
  UNION ALL
  SELECT 'partner', partner.id, NULL::uuid, NULL::date, jsonb_build_object('name', partner.name,
    'orgNumber', partner.org_number, 'role', partner.role)
  FROM partner WHERE partner.project_id = project
  UNION ALL
  SELECT 'appendix', appendix.id, NULL::uuid, appendix.dated_on, jsonb_build_object(
    'title', appendix.title)
  FROM appendix WHERE appendix.project_id = project;
END;

-- The standing own hours that came from another room's records of a kind.
CREATE FUNCTION hours_of_sources(kind source_type) RETURNS TABLE (
  source_id uuid, person_id uuid, worked_on date, counts_on date, minutes int, amount_ore bigint)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT own_hours.source_id, own_hours.person_id, own_hours.worked_on, own_hours.counts_on,
    own_hours.minutes, own_hours.amount_ore
  FROM own_hours WHERE own_hours.source_type = kind AND own_hours.withdrawn_at IS NULL;
END;
