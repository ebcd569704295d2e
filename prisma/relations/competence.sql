-- What is required of whom, what a method consists of, and who is confirmed to know it. Days are
-- asked for; a window is half-open; what is withdrawn never was so, on any day.

-- What has been required of a unit, is and will be, with the days that it holds for.
CREATE FUNCTION requirement_stretches(unit uuid) RETURNS TABLE (
  requirement_id uuid, competence_id uuid, level int, min_holders int, min_carriers int,
  due_on date, starts_on date, ends_before date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT requirement.id, requirement.competence_id, requirement.level, requirement.min_holders,
    requirement.min_carriers, requirement.due_on, requirement.starts_on, requirement.ends_before
  FROM requirement
  WHERE requirement.unit_id = unit AND requirement.withdrawn_at IS NULL;
END;

-- The requirements of a day, each of the unit that it was written for.
CREATE FUNCTION requirements_on(day date) RETURNS TABLE (
  requirement_id uuid, unit_id uuid, competence_id uuid, level int, min_holders int,
  min_carriers int, due_on date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT requirement.id, requirement.unit_id, requirement.competence_id, requirement.level,
    requirement.min_holders, requirement.min_carriers, requirement.due_on
  FROM requirement
  WHERE requirement.withdrawn_at IS NULL AND requirement.starts_on <= day
    AND (requirement.ends_before IS NULL OR requirement.ends_before > day);
END;

-- What is required in each of the units on a day: its own requirements and those of every unit
-- above it (`over_id` says whose).
CREATE FUNCTION required_of(units uuid[], day date) RETURNS TABLE (
  unit_id uuid, requirement_id uuid, over_id uuid, competence_id uuid, level int,
  min_holders int, min_carriers int, due_on date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT above.unit_id, required.requirement_id, above.over_id, required.competence_id,
    required.level, required.min_holders, required.min_carriers, required.due_on
  FROM units_over(units) above JOIN requirements_on(day) required
    ON required.unit_id = above.over_id;
END;

-- Who in these units should hold what on a day, each of them once, at the highest level that is
-- asked of them. What is required is of these units alone; that they are said once more shows the
-- planner the few people that it is about.
CREATE FUNCTION should_hold_in(units uuid[], day date) RETURNS TABLE (
  person_id uuid, competence_id uuid, level int)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT staff.person_id, required.competence_id, max(required.level)
  FROM required_of(units, day) required
  JOIN staff_on(day) staff ON staff.unit_id = required.unit_id AND staff.unit_id = ANY (units)
  GROUP BY staff.person_id, required.competence_id;
END;

-- What a method consists of on a day.
CREATE FUNCTION core_elements_on(competence uuid, day date) RETURNS TABLE (
  element_id uuid, "position" int, name text)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT element.id, element."position", element.name
  FROM core_element element
  WHERE element.competence_id = competence AND element.withdrawn_at IS NULL
    AND element.starts_on <= day AND (element.ends_before IS NULL OR element.ends_before > day);
END;

-- What a method has consisted of, with the days that each element counts for.
CREATE FUNCTION core_element_stretches(competence uuid) RETURNS TABLE (
  element_id uuid, "position" int, name text, starts_on date, ends_before date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT element.id, element."position", element.name, element.starts_on, element.ends_before
  FROM core_element element
  WHERE element.competence_id = competence AND element.withdrawn_at IS NULL;
END;

-- What has been attested of anybody: the day that it is dated, and the first as of which it counts.
CREATE FUNCTION attested() RETURNS TABLE (
  attestation_id uuid, person_id uuid, competence_id uuid, level int, observed boolean,
  source attestation_source, source_id uuid, attested_on date, stands_from date,
  attested_by_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT attestation.id, attestation.person_id, attestation.competence_id, attestation.level,
    attestation.observed, attestation.source, attestation.source_id, attestation.attested_on,
    attestation.stands_from, attestation.attested_by_id
  FROM attestation
  WHERE attestation.withdrawn_at IS NULL;
END;

-- What somebody is confirmed to know of a competence on a day, by `knownOn`: always one row. Levels
-- are 0 where nothing is confirmed; `cleared_since` is null for who is not cleared to teach.
CREATE FUNCTION known_of(person uuid, competence uuid, day date) RETURNS TABLE (
  level int, observed int, cleared_since date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT coalesce(max(attested.level), 0),
    coalesce(max(attested.level) FILTER (WHERE attested.observed), 0),
    min(attested.attested_on)
      FILTER (WHERE attested.level = 4 OR attested.source = 'teach_back')
  FROM attested() attested
  WHERE attested.person_id = person AND attested.competence_id = competence
    AND attested.stands_from <= day;
END;

-- Whether somebody who works here on the day holds a competence at a level (`isHolder`), was watched
-- at it (`isWatched`), and may hand it on (`isCarrier`): always one row.
CREATE FUNCTION holding_of(person uuid, competence uuid, at_level int, day date) RETURNS TABLE (
  holds boolean, holds_observed boolean, carries boolean)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT known.level >= at_level, known.observed >= at_level,
    known.level >= 1 AND known.cleared_since IS NOT NULL
  FROM known_of(person, competence, day) known;
END;

-- Who in these units should hold what on a day, and whether they do.
CREATE FUNCTION standing_in(units uuid[], day date) RETURNS TABLE (
  person_id uuid, competence_id uuid, holds boolean)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT should_hold.person_id, should_hold.competence_id, holding.holds
  FROM should_hold_in(units, day) should_hold
  CROSS JOIN LATERAL holding_of(
    should_hold.person_id, should_hold.competence_id, should_hold.level, day) holding;
END;

-- Every requirement of these units and of those above them on a day, with its coverage among those
-- people of these units whom it holds for (`coverage`): each of them once, wherever they work.
CREATE FUNCTION coverage_in(units uuid[], day date) RETURNS TABLE (
  requirement_id uuid, over_id uuid, competence_id uuid, level int, min_holders int,
  min_carriers int, due_on date, people int, holders int, observed int, carriers int)
LANGUAGE sql STABLE BEGIN ATOMIC
  WITH required AS MATERIALIZED (
    SELECT required.unit_id, required.requirement_id, required.over_id, required.competence_id,
      required.level, required.min_holders, required.min_carriers, required.due_on
    FROM required_of(units, day) required
  ),
  asked AS (
    SELECT DISTINCT required.requirement_id, required.over_id, required.competence_id,
      required.level, required.min_holders, required.min_carriers, required.due_on
    FROM required
  ),
  member AS (
    SELECT DISTINCT required.requirement_id, required.competence_id, required.level,
      staff.person_id
    FROM required JOIN staff_on(day) staff
      ON staff.unit_id = required.unit_id AND staff.unit_id = ANY (units)
  ),
  counted AS (
    SELECT member.requirement_id, count(*)::int AS people,
      (count(*) FILTER (WHERE holding.holds))::int AS holders,
      (count(*) FILTER (WHERE holding.holds_observed))::int AS observed,
      (count(*) FILTER (WHERE holding.carries))::int AS carriers
    FROM member
    CROSS JOIN LATERAL holding_of(
      member.person_id, member.competence_id, member.level, day) holding
    GROUP BY member.requirement_id
  )
  SELECT asked.requirement_id, asked.over_id, asked.competence_id, asked.level,
    asked.min_holders, asked.min_carriers, asked.due_on, coalesce(counted.people, 0),
    coalesce(counted.holders, 0), coalesce(counted.observed, 0), coalesce(counted.carriers, 0)
  FROM asked LEFT JOIN counted ON counted.requirement_id = asked.requirement_id;
END;

-- What a method's lineage starts from in one person: the first day on which they learned it outside
-- (a course's or a manager's word of any level), and from which day they are cleared to teach it.
-- Always one row.
CREATE FUNCTION lineage_start_of(person uuid, competence uuid) RETURNS TABLE (
  acquired_on date, may_teach_from date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT
    min(attested.attested_on)
      FILTER (WHERE attested.source IN ('course', 'manager') AND attested.level >= 1),
    min(attested.attested_on)
      FILTER (WHERE attested.level = 4 OR attested.source = 'teach_back')
  FROM attested() attested
  WHERE attested.person_id = person AND attested.competence_id = competence;
END;

-- The same of everybody who has anything attested in a method.
CREATE FUNCTION lineage_starts(competence uuid) RETURNS TABLE (
  person_id uuid, acquired_on date, may_teach_from date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT known.person_id, start.acquired_on, start.may_teach_from
  FROM (
    SELECT DISTINCT attested.person_id FROM attested() attested
    WHERE attested.competence_id = competence
  ) known
  CROSS JOIN LATERAL lineage_start_of(known.person_id, competence) start;
END;

-- The standing levels that hand-overs have given in a competence.
CREATE FUNCTION hand_over_levels(competence uuid) RETURNS TABLE (
  hand_over_id uuid, person_id uuid, level int, stands_from date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT attested.source_id, attested.person_id, attested.level, attested.stands_from
  FROM attested() attested
  WHERE attested.competence_id = competence AND attested.source = 'hand_over';
END;

CREATE FUNCTION competences() RETURNS TABLE (id uuid, authority_id uuid, code text, name text)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT competence.id, competence.authority_id, competence.code, competence.name FROM competence;
END;

-- The competence of an authority that a code leads to, in capitals or not: one that it has, or one
-- that it has had.
CREATE FUNCTION competence_of_code(authority uuid, code text) RETURNS TABLE (competence_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT competence_code.competence_id FROM competence_code
  JOIN competence ON competence.id = competence_code.competence_id
  WHERE competence.authority_id = authority
    AND lower(competence_code.code) = lower(competence_of_code.code);
END;

-- All that a competence is called or has been called: its codes, and names that no other has.
CREATE FUNCTION called_of(competence uuid) RETURNS TABLE (name text)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT competence_code.code FROM competence_code
  WHERE competence_code.competence_id = competence
  UNION ALL
  SELECT competence_name.name FROM competence_name
  WHERE competence_name.competence_id = competence;
END;

-- The days of somebody that attestations stand on.
CREATE FUNCTION attested_days_of(person uuid) RETURNS TABLE (id uuid, day date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT attestation.id, attestation.attested_on
  FROM attestation WHERE attestation.person_id = person AND attestation.withdrawn_at IS NULL;
END;
