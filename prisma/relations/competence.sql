-- What is required of whom, and who holds it.

-- What is required in each of the units on a day: its own requirements and those of every unit
-- above it (`over_id` says whose).
CREATE FUNCTION required_of(units uuid[], day date) RETURNS TABLE (
  unit_id uuid, requirement_id uuid, over_id uuid, competence_id uuid, level int)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT above.unit_id, requirement.id, above.over_id, requirement.competence_id,
    requirement.level
  FROM units_over(units) above JOIN requirement ON requirement.unit_id = above.over_id;
END;

-- Who in these units should hold what on a day, each of them once, at the highest level that is
-- asked of them.
CREATE FUNCTION should_hold_in(units uuid[], day date) RETURNS TABLE (
  person_id uuid, competence_id uuid, level int)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT staff.person_id, required.competence_id, max(required.level)
  FROM required_of(units, day) required
  JOIN staff_on(day) staff ON staff.unit_id = required.unit_id
  GROUP BY staff.person_id, required.competence_id;
END;

-- What somebody is confirmed to know of a competence on a day, by the rules of `level.ts`: always
-- one row. Levels are 0 where nothing is confirmed; `cleared_since` is null for who may not teach.
CREATE FUNCTION known_of(person uuid, competence uuid, day date) RETURNS TABLE (
  level int, observed int, cleared_since date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT coalesce(max(attestation.level), 0),
    coalesce(max(attestation.level) FILTER (WHERE attestation.observed), 0),
    min(attestation.attested_on)
      FILTER (WHERE attestation.level = 4 OR attestation.source = 'teach-back')
  FROM attestation
  WHERE attestation.person_id = person AND attestation.competence_id = competence
    AND attestation.withdrawn_at IS NULL AND attestation.stands_from <= day;
END;

-- What a method's lineage starts from in one person: the first day on which they learned it outside
-- (a course's or a manager's word of any level), and from which day they are cleared to teach it.
-- Always one row.
CREATE FUNCTION lineage_start_of(person uuid, competence uuid) RETURNS TABLE (
  acquired_on date, may_teach_from date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT
    min(attestation.attested_on)
      FILTER (WHERE attestation.source IN ('course', 'manager') AND attestation.level >= 1),
    min(attestation.attested_on)
      FILTER (WHERE attestation.level = 4 OR attestation.source = 'teach-back')
  FROM attestation
  WHERE attestation.person_id = person AND attestation.competence_id = competence
    AND attestation.withdrawn_at IS NULL;
END;

-- The same of everybody who has anything attested in a method.
CREATE FUNCTION lineage_starts(competence uuid) RETURNS TABLE (
  person_id uuid, acquired_on date, may_teach_from date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT attested.person_id, start.acquired_on, start.may_teach_from
  FROM (
    SELECT DISTINCT attestation.person_id FROM attestation
    WHERE attestation.competence_id = competence AND attestation.withdrawn_at IS NULL
  ) attested
  CROSS JOIN LATERAL lineage_start_of(attested.person_id, competence) start;
END;

CREATE FUNCTION competences() RETURNS TABLE (id uuid, authority_id uuid, code text, name text)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT competence.id, competence.authority_id, competence.code, competence.name FROM competence;
END;

-- How many core elements a method has, now.
CREATE FUNCTION core_elements_of(competence uuid) RETURNS TABLE (elements int)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT count(*)::int FROM core_element WHERE core_element.competence_id = competence;
END;

-- The standing levels that hand-overs have given in a competence.
CREATE FUNCTION hand_over_levels(competence uuid) RETURNS TABLE (
  hand_over_id uuid, person_id uuid, level int, stands_from date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT attestation.source_id, attestation.person_id, attestation.level, attestation.stands_from
  FROM attestation
  WHERE attestation.competence_id = competence AND attestation.source = 'hand-over'
    AND attestation.withdrawn_at IS NULL;
END;

-- The days of somebody that attestations stand on.
CREATE FUNCTION attested_days_of(person uuid) RETURNS TABLE (id uuid, day date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT attestation.id, attestation.attested_on
  FROM attestation WHERE attestation.person_id = person AND attestation.withdrawn_at IS NULL;
END;
