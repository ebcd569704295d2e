-- Units, people, and where they work when. Days are asked for; a window is half-open.

CREATE FUNCTION authorities() RETURNS TABLE (id uuid, name text)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT authority.id, authority.name FROM authority;
END;

CREATE FUNCTION units() RETURNS TABLE (id uuid, authority_id uuid, name text)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT unit.id, unit.authority_id, unit.name FROM unit;
END;

-- Everybody in the register, whether they work here or have left.
CREATE FUNCTION people() RETURNS TABLE (
  id uuid, authority_id uuid, given_name text, family_name text, email text)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT person.id, person.authority_id, person.given_name, person.family_name, person.email
  FROM person;
END;

-- The given units with all units below them.
CREATE FUNCTION units_within(tops uuid[]) RETURNS TABLE (unit_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  WITH RECURSIVE reach AS (
    SELECT unit.id FROM unit WHERE unit.id = ANY (tops)
    UNION
    SELECT unit.id FROM unit JOIN reach ON unit.parent_id = reach.id
  )
  SELECT reach.id FROM reach;
END;

-- The given units, each with itself and every unit above it.
CREATE FUNCTION units_over(units uuid[]) RETURNS TABLE (unit_id uuid, over_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  WITH RECURSIVE over AS (
    SELECT unit.id AS unit_id, unit.id AS over_id, unit.parent_id FROM unit
    WHERE unit.id = ANY (units)
    UNION
    SELECT over.unit_id, unit.id, unit.parent_id FROM over JOIN unit ON unit.id = over.parent_id
  )
  SELECT over.unit_id, over.over_id FROM over;
END;

-- Where people work on a day. Somebody with two units has two rows.
CREATE FUNCTION staff_on(day date) RETURNS TABLE (
  person_id uuid, unit_id uuid, job_title text, share int, starts_on date, ends_before date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT placement.person_id, placement.unit_id, placement.job_title, placement.share,
    placement.starts_on, placement.ends_before
  FROM placement
  WHERE placement.withdrawn_at IS NULL AND placement.starts_on <= day
    AND (placement.ends_before IS NULL OR placement.ends_before > day);
END;

-- Where somebody works, has worked or will.
CREATE FUNCTION places_of(person uuid) RETURNS TABLE (
  unit_id uuid, starts_on date, ends_before date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT placement.unit_id, placement.starts_on, placement.ends_before
  FROM placement WHERE placement.person_id = person AND placement.withdrawn_at IS NULL;
END;

-- Who works or has worked in the units, on any day, each of them once.
CREATE FUNCTION ever_staff_in(units uuid[]) RETURNS TABLE (person_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT DISTINCT placement.person_id FROM placement
  WHERE placement.unit_id = ANY (units) AND placement.withdrawn_at IS NULL;
END;

-- Who works or has worked in units when a day has come, and until before which day the last time:
-- `infinity` where no end is known.
CREATE FUNCTION staff_until(units uuid[], day date) RETURNS TABLE (
  person_id uuid, ends_before date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT placement.person_id, max(coalesce(placement.ends_before, 'infinity'))
  FROM placement
  WHERE placement.unit_id = ANY (units) AND placement.starts_on <= day
    AND placement.withdrawn_at IS NULL
  GROUP BY placement.person_id;
END;

-- Who works in a unit on a day, and whether in no other: those are of one unit alone.
CREATE FUNCTION staff_of_unit(unit uuid, day date) RETURNS TABLE (person_id uuid, is_sole boolean)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT staff.person_id, NOT EXISTS (SELECT FROM staff_on(day) other
    WHERE other.person_id = staff.person_id AND other.unit_id <> staff.unit_id)
  FROM staff_on(day) staff WHERE staff.unit_id = unit;
END;

-- The days on which those who work or have worked in a unit begin or end to work anywhere; null for
-- an end that isn't known.
CREATE FUNCTION staff_days_of(unit uuid) RETURNS TABLE (day date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT changes.day
  FROM ever_staff_in(ARRAY[unit]) staff
  JOIN placement ON placement.person_id = staff.person_id AND placement.withdrawn_at IS NULL
  CROSS JOIN LATERAL (VALUES (placement.starts_on), (placement.ends_before)) changes (day);
END;

-- The units of whose people a transaction has changed something, and that nobody has counted anew.
CREATE FUNCTION due_units() RETURNS TABLE (unit_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT unit_due.unit_id FROM unit_due;
END;

-- Through which units somebody may be looked at, as it is decided on a day: where they work or
-- will work, and, once they have left, where they did last.
CREATE FUNCTION seen_through(day date) RETURNS TABLE (person_id uuid, unit_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT placement.person_id, placement.unit_id
  FROM placement
  WHERE placement.withdrawn_at IS NULL
    AND (placement.ends_before IS NULL OR placement.ends_before > day OR placement.is_last);
END;

-- The one place that somebody is named with on a day: one of the day; else the next to begin; else
-- the last to end. Of several the largest share.
CREATE FUNCTION home_of(person uuid, day date) RETURNS TABLE (
  unit_id uuid, job_title text, starts_on date, ends_before date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT placement.unit_id, placement.job_title, placement.starts_on, placement.ends_before
  FROM placement
  WHERE placement.person_id = person AND placement.withdrawn_at IS NULL
  ORDER BY
    (placement.starts_on <= day
      AND (placement.ends_before IS NULL OR placement.ends_before > day)) DESC,
    (placement.starts_on > day) DESC,
    CASE WHEN placement.starts_on > day THEN placement.starts_on END,
    CASE WHEN placement.ends_before <= day THEN placement.ends_before END DESC,
    placement.share DESC, placement.starts_on DESC, placement.id
  LIMIT 1;
END;

-- Somebody's employment on a day: placements without a gap between them. Outside any it is the one
-- before the day; before the first it is that.
CREATE FUNCTION employment_of(person uuid, day date) RETURNS TABLE (
  joined_on date, left_on date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT min(stretch.starts_on),
    CASE WHEN bool_and(stretch.ends_before IS NOT NULL) THEN max(stretch.ends_before) END
  FROM (
    SELECT numbered.starts_on, numbered.ends_before,
      sum(numbered.begins) OVER (ORDER BY numbered.starts_on, numbered.id) AS employment
    FROM (
      SELECT placement.id, placement.starts_on, placement.ends_before,
        CASE WHEN placement.starts_on <= max(coalesce(placement.ends_before, 'infinity')) OVER (
          ORDER BY placement.starts_on, placement.id
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins
      FROM placement
      WHERE placement.person_id = person AND placement.withdrawn_at IS NULL
    ) numbered
  ) stretch
  GROUP BY stretch.employment
  ORDER BY (min(stretch.starts_on) <= day) DESC,
    CASE WHEN min(stretch.starts_on) <= day THEN min(stretch.starts_on) END DESC,
    min(stretch.starts_on)
  LIMIT 1;
END;

-- What each unit and its authority are called.
CREATE FUNCTION named_units() RETURNS TABLE (
  unit_id uuid, name text, authority text, org_number text)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT unit.id, unit.name, authority.name, authority.org_number
  FROM unit JOIN authority ON authority.id = unit.authority_id;
END;

-- How somebody is named: `fullName`.
CREATE FUNCTION full_name(given_name text, family_name text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN trim(given_name || ' ' || family_name);

-- Whom of an authority somebody means who types these words: each stands in the name, an a or o
-- also for å, ä and ö, but these for themselves alone. `as_typed`: no letter stands for another.
CREATE FUNCTION people_called(authority uuid, words text[]) RETURNS TABLE (
  person_id uuid, as_typed boolean)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT person.id, spelt.name LIKE ALL (sought.swedish)
  FROM (
    SELECT array_agg('%' || plain_letters(typed.word) || '%') AS plain,
      array_agg('%' || swedish_letters(typed.word) || '%') AS swedish,
      coalesce(array_agg('%' || swedish_letters(typed.word) || '%')
        FILTER (WHERE swedish_letters(typed.word) ~ '[åäö]'), '{}') AS own_letters
    FROM (
      SELECT regexp_replace(each.word, '([\\%_])', '\\\1', 'g') FROM unnest(words) each (word)
    ) typed (word)
  ) sought
  JOIN person ON person.authority_id = authority AND person.plain_name LIKE ALL (sought.plain)
  CROSS JOIN LATERAL (
    SELECT swedish_letters(full_name(person.given_name, person.family_name))
  ) spelt (name)
  WHERE spelt.name LIKE ALL (sought.own_letters);
END;

-- Everybody in the authority who is called the same, somebody themselves among them.
CREATE FUNCTION namesakes_of(person uuid) RETURNS TABLE (person_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT namesake.id
  FROM person somebody
  JOIN person namesake ON namesake.authority_id = somebody.authority_id
    AND namesake.plain_name = somebody.plain_name
  WHERE somebody.id = person;
END;
