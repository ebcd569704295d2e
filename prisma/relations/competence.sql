-- What is required of whom, what a method consists of, and who is confirmed to know it. Days are
-- asked for; a window is half-open; what is withdrawn never was so, on any day.

-- What has been required of a unit, is and will be, with the days that it holds for.
CREATE FUNCTION requirement_stretches(unit uuid) RETURNS TABLE (
  requirement_id uuid, competence_id uuid, level int, min_holders int, min_carriers int,
  due_on date, starts_on date, ends_before date, replaces_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT requirement.id, requirement.competence_id, requirement.level, requirement.min_holders,
    requirement.min_carriers, requirement.due_on, requirement.starts_on, requirement.ends_before,
    requirement.replaces_id
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

-- The same, each competence of a unit once, at the highest level that is asked for.
CREATE FUNCTION highest_required_of(units uuid[], day date) RETURNS TABLE (
  unit_id uuid, competence_id uuid, level int)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT required.unit_id, required.competence_id, max(required.level)
  FROM required_of(units, day) required
  GROUP BY required.unit_id, required.competence_id;
END;

-- Who in these units should hold what on a day, each of them once, at the highest level that is
-- asked of them. What is required is of these units alone; that they are said once more shows the
-- planner the few people that it is about.
CREATE FUNCTION should_hold_in(units uuid[], day date) RETURNS TABLE (
  person_id uuid, competence_id uuid, level int)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT staff.person_id, required.competence_id, max(required.level)
  FROM highest_required_of(units, day) required
  JOIN staff_on(day) staff ON staff.unit_id = required.unit_id AND staff.unit_id = ANY (units)
  GROUP BY staff.person_id, required.competence_id;
END;

-- The same of one person.
CREATE FUNCTION asked_of(person uuid, units uuid[], day date) RETURNS TABLE (competence_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT required.competence_id
  FROM staff_on(day) staff CROSS JOIN LATERAL required_of(ARRAY[staff.unit_id], day) required
  WHERE staff.person_id = person AND staff.unit_id = ANY (units);
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

-- Whether who is confirmed to know this holds it at a level (`isHolder`), was watched at it
-- (`isWatched`), and may hand it on (`isCarrier`): always one row.
CREATE FUNCTION held_at(at_level int, known_level int, observed int, cleared_since date)
RETURNS TABLE (holds boolean, holds_observed boolean, carries boolean)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT known_level >= at_level, observed >= at_level,
    known_level >= 1 AND cleared_since IS NOT NULL;
END;

-- The same of somebody who works here on the day.
CREATE FUNCTION holding_of(person uuid, competence uuid, at_level int, day date) RETURNS TABLE (
  holds boolean, holds_observed boolean, carries boolean)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT held.holds, held.holds_observed, held.carries
  FROM known_of(person, competence, day) known
  CROSS JOIN LATERAL held_at(at_level, known.level, known.observed, known.cleared_since) held;
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

-- The units whose people are counted as they are on a day: how many work there and nowhere else, and
-- who work elsewhere, too. What has changed since doesn't count.
CREATE FUNCTION counted_on(day date) RETURNS TABLE (unit_id uuid, people int, shared uuid[])
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT counted.unit_id, counted.people, counted.shared
  FROM unit_count counted
  WHERE counted.known_from <= day
    AND (counted.known_until IS NULL OR counted.known_until > day)
    AND counted.unit_id <> ALL (ARRAY(SELECT due.unit_id FROM due_units() due));
END;

-- Who in these units is in none of those counts: each to be looked at by themselves.
CREATE FUNCTION uncounted_in(units uuid[], day date) RETURNS TABLE (person_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT unnest(counted.shared) FROM counted_on(day) counted WHERE counted.unit_id = ANY (units)
  UNION
  SELECT staff.person_id FROM staff_on(day) staff
  WHERE staff.unit_id = ANY (ARRAY(
    SELECT asked.unit_id FROM unnest(units) asked (unit_id)
    EXCEPT SELECT counted.unit_id FROM counted_on(day) counted));
END;

-- What `unit_holding` holds of a unit when it is counted for a day.
CREATE FUNCTION holding_in_unit(unit uuid, day date) RETURNS TABLE (
  competence_id uuid, level int, holders int, observed int, carriers int)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT known.competence_id, step.level, (count(*) FILTER (WHERE held.holds))::int,
    (count(*) FILTER (WHERE held.holds_observed))::int, (count(*) FILTER (WHERE held.carries))::int
  FROM staff_of_unit(unit, day) staff
  CROSS JOIN LATERAL (
    SELECT pair.competence_id, found.level, found.observed, found.cleared_since
    FROM (SELECT DISTINCT attested.competence_id FROM attested() attested
      WHERE attested.person_id = staff.person_id) pair
    CROSS JOIN LATERAL known_of(staff.person_id, pair.competence_id, day) found
    OFFSET 0
  ) known
  CROSS JOIN generate_series(1, 4) step (level)
  CROSS JOIN LATERAL held_at(step.level, known.level, known.observed, known.cleared_since) held
  WHERE staff.is_sole
  GROUP BY known.competence_id, step.level;
END;

-- What `unit_count` holds of it: it stays so until the next day on which something of its people
-- begins or ends.
CREATE FUNCTION count_of_unit(unit uuid, day date) RETURNS TABLE (
  known_from date, known_until date, people int, shared uuid[])
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT coalesce(max(changes.day) FILTER (WHERE changes.day <= count_of_unit.day), count_of_unit.day),
    min(changes.day) FILTER (WHERE changes.day > count_of_unit.day),
    (SELECT count(*)::int FROM staff_of_unit(unit, count_of_unit.day) staff WHERE staff.is_sole),
    ARRAY(SELECT staff.person_id FROM staff_of_unit(unit, count_of_unit.day) staff
      WHERE NOT staff.is_sole ORDER BY staff.person_id)
  FROM (
    SELECT placed.day FROM staff_days_of(unit) placed
    UNION ALL
    SELECT attested.stands_from FROM ever_staff_in(ARRAY[unit]) staff
    JOIN attested() attested ON attested.person_id = staff.person_id
  ) changes;
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
    WHERE staff.person_id = ANY (
      ARRAY(SELECT apart.person_id FROM uncounted_in(units, day) apart))
  ),
  part AS (
    SELECT required.requirement_id, counted.people, held.holders, held.observed, held.carriers
    FROM required
    JOIN counted_on(day) counted ON counted.unit_id = required.unit_id
    LEFT JOIN unit_holding held ON held.unit_id = required.unit_id
      AND held.competence_id = required.competence_id AND held.level = required.level
    UNION ALL
    SELECT member.requirement_id, 1, holding.holds::int, holding.holds_observed::int,
      holding.carries::int
    FROM member
    CROSS JOIN LATERAL holding_of(
      member.person_id, member.competence_id, member.level, day) holding
  ),
  counted AS (
    SELECT part.requirement_id, sum(part.people)::int AS people, sum(part.holders)::int AS holders,
      sum(part.observed)::int AS observed, sum(part.carriers)::int AS carriers
    FROM part GROUP BY part.requirement_id
  )
  SELECT asked.requirement_id, asked.over_id, asked.competence_id, asked.level,
    asked.min_holders, asked.min_carriers, asked.due_on, coalesce(counted.people, 0),
    coalesce(counted.holders, 0), coalesce(counted.observed, 0), coalesce(counted.carriers, 0)
  FROM asked LEFT JOIN counted ON counted.requirement_id = asked.requirement_id;
END;

-- How many in these units should hold each competence on a day, and how many do (`standing_in`).
CREATE FUNCTION standing_counts_in(units uuid[], day date) RETURNS TABLE (
  competence_id uuid, people int, holders int)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT part.competence_id, sum(part.people)::int, coalesce(sum(part.holders), 0)::int
  FROM (
    SELECT required.competence_id, counted.people, held.holders
    FROM highest_required_of(units, day) required
    JOIN counted_on(day) counted ON counted.unit_id = required.unit_id
    LEFT JOIN unit_holding held ON held.unit_id = required.unit_id
      AND held.competence_id = required.competence_id AND held.level = required.level
    UNION ALL
    SELECT standing.competence_id, 1, standing.holds::int
    FROM standing_in(units, day) standing
    WHERE standing.person_id = ANY (
      ARRAY(SELECT apart.person_id FROM uncounted_in(units, day) apart))
  ) part
  GROUP BY part.competence_id;
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
