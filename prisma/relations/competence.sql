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
    AND attestation.withdrawn_at IS NULL AND attestation.attested_on <= day;
END;

-- The days of somebody that attestations stand on.
CREATE FUNCTION attested_days_of(person uuid) RETURNS TABLE (id uuid, day date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT attestation.id, attestation.attested_on
  FROM attestation WHERE attestation.person_id = person AND attestation.withdrawn_at IS NULL;
END;
