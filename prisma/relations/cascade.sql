-- Hand-overs, and the lineage that follows from them. The lineage is stored for every day as of
-- which it may be asked: see the schema, and `lineage-over-time.ts` for the rule.

-- The hand-overs that were held: those that stand. The hours of a correction are those of what it
-- corrects until a learner has confirmed the new ones.
CREATE FUNCTION standing_hand_overs() RETURNS TABLE (
  id uuid, authority_id uuid, competence_id uuid, project_id uuid, held_on date, minutes int,
  gives_level int)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT hand_over.id, hand_over.authority_id, hand_over.competence_id, hand_over.project_id,
    hand_over.held_on, coalesce(hand_over.kept_minutes, hand_over.minutes), hand_over.gives_level
  FROM hand_over WHERE hand_over.withdrawn_at IS NULL;
END;

-- Whose word a standing hand-over waits for: a learner's part, or the new hours of a correction.
CREATE FUNCTION awaited_answers() RETURNS TABLE (hand_over_id uuid, person_id uuid, awaited text)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT learner.hand_over_id, learner.person_id,
    CASE WHEN learner.confirmed_on IS NULL THEN 'part' ELSE 'hours' END
  FROM hand_over_learner learner
  JOIN standing_hand_overs() held ON held.id = learner.hand_over_id
  WHERE learner.declined_on IS NULL AND (learner.confirmed_on IS NULL
    OR (learner.kept_minutes IS NOT NULL AND learner.hours_declined_on IS NULL));
END;

-- The hand-overs that these people took part in, somebody entered, or that are for these projects,
-- withdrawn ones too.
CREATE FUNCTION hand_overs_around(people uuid[], account uuid, projects uuid[]) RETURNS TABLE (
  hand_over_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT trainer.hand_over_id FROM hand_over_trainer trainer
  WHERE trainer.person_id = ANY (people)
  UNION
  SELECT learner.hand_over_id FROM hand_over_learner learner
  WHERE learner.person_id = ANY (people)
  UNION
  SELECT entered.id FROM hand_over entered WHERE entered.entered_by_id = account
  UNION
  SELECT own.id FROM hand_over own WHERE own.project_id = ANY (projects);
END;

-- The hand-overs that may be of one occasion with another: somebody learned the same on the same
-- day in both (`mayBeSame`).
CREATE FUNCTION occasions_like(competence uuid, day date, learners uuid[]) RETURNS TABLE (
  hand_over_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT held.id FROM standing_hand_overs() held
  WHERE held.competence_id = competence AND held.held_on = day AND EXISTS (
    SELECT FROM hand_over_learner learner
    WHERE learner.hand_over_id = held.id AND learner.person_id = ANY (learners)
      AND learner.declined_on IS NULL);
END;

-- Who acquired a method, as of the end of a day, each of them once; `hand_over_id` is null for what
-- was learned outside.
CREATE FUNCTION acquired_by(day date) RETURNS TABLE (
  competence_id uuid, person_id uuid, acquired_on date, generation int, hand_over_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT lineage_person.competence_id, lineage_person.person_id, lineage_person.acquired_on,
    lineage_person.generation, lineage_person.hand_over_id
  FROM lineage_person
  WHERE lineage_person.known_from <= day
    AND (lineage_person.known_until IS NULL OR lineage_person.known_until > day);
END;

-- Who of a circle acquired its method, as of the end of a day, and whether they may hand it on and
-- have done so.
CREATE FUNCTION acquired_in_circle(competence uuid, circle uuid, day date) RETURNS TABLE (
  person_id uuid, acquired_on date, generation int, hand_over_id uuid, may_teach boolean,
  has_taught boolean)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT lineage_person.person_id, lineage_person.acquired_on, lineage_person.generation,
    lineage_person.hand_over_id,
    coalesce(lineage_person.may_teach_from <= day, false),
    coalesce(lineage_person.taught_from <= day, false)
  FROM lineage_person
  WHERE lineage_person.competence_id = competence AND lineage_person.circle_id = circle
    AND lineage_person.known_from <= day
    AND (lineage_person.known_until IS NULL OR lineage_person.known_until > day);
END;

-- The same of one person.
CREATE FUNCTION acquisition_of(competence uuid, person uuid, day date) RETURNS TABLE (
  circle_id uuid, may_teach boolean, is_dead_end boolean)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT lineage_person.circle_id, coalesce(lineage_person.may_teach_from <= day, false),
    lineage_person.generation >= 1 AND NOT coalesce(lineage_person.taught_from <= day, false)
  FROM lineage_person
  WHERE lineage_person.competence_id = competence AND lineage_person.person_id = person
    AND lineage_person.known_from <= day
    AND (lineage_person.known_until IS NULL OR lineage_person.known_until > day);
END;

-- How many have acquired a method and how many hand-overs count, by circle and generation, as of the
-- end of a day: rows to be added up.
CREATE FUNCTION tallied_by(day date) RETURNS TABLE (
  competence_id uuid, circle_id uuid, generation int, people int, taught int, learned int,
  hand_overs int, delivered int, possible int)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT tally.competence_id, tally.circle_id, tally.generation, tally.people, tally.taught,
    tally.learned, tally.hand_overs, tally.delivered, tally.possible
  FROM lineage_tally tally WHERE tally.day <= tallied_by.day;
END;

-- What the hand-overs that had been held are as of the end of a day: the generation that a counted
-- one gives with its valid trainers, or why it doesn't count, and its core elements (`elements_of`).
CREATE FUNCTION hand_overs_judged_by(day date) RETURNS TABLE (
  hand_over_id uuid, competence_id uuid, circle_id uuid, generation int, reason text,
  valid_trainers uuid[], delivered int, possible int, known_from date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT lineage_hand_over.hand_over_id, lineage_hand_over.competence_id,
    lineage_hand_over.circle_id, lineage_hand_over.generation, lineage_hand_over.reason,
    lineage_hand_over.valid_trainers, lineage_hand_over.delivered, lineage_hand_over.possible,
    lineage_hand_over.known_from
  FROM lineage_hand_over
  WHERE lineage_hand_over.known_from <= day
    AND (lineage_hand_over.known_until IS NULL OR lineage_hand_over.known_until > day);
END;

-- The learners' parts in counted hand-overs, as of the end of a day.
CREATE FUNCTION parts_counted_by(day date) RETURNS TABLE (
  hand_over_id uuid, competence_id uuid, person_id uuid, known_from date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT lineage_part.hand_over_id, lineage_part.competence_id, lineage_part.person_id,
    lineage_part.known_from
  FROM lineage_part WHERE lineage_part.known_from <= day;
END;

-- Somebody's place in the lineage of a method, as of the end of a day: the valid trainers whom they
-- learned from, and of them the one below whom they stand in the tree, the first whose generation is
-- the one before theirs.
CREATE FUNCTION place_of(competence uuid, person uuid, day date) RETURNS TABLE (
  circle_id uuid, acquired_on date, generation int, hand_over_id uuid, learned_from uuid[],
  parent_id uuid, may_teach boolean, has_taught boolean)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT place.circle_id, place.acquired_on, place.generation, place.hand_over_id,
    coalesce(judged.valid_trainers, '{}'),
    (SELECT trainer.person_id
      FROM unnest(judged.valid_trainers) WITH ORDINALITY trainer (person_id, nth)
      JOIN acquired_by(day) before ON before.competence_id = competence
        AND before.person_id = trainer.person_id
      WHERE before.generation = place.generation - 1
      ORDER BY trainer.nth LIMIT 1),
    coalesce(place.may_teach_from <= day, false), coalesce(place.taught_from <= day, false)
  FROM lineage_person place
  LEFT JOIN hand_overs_judged_by(day) judged ON judged.hand_over_id = place.hand_over_id
  WHERE place.competence_id = competence AND place.person_id = person
    AND place.known_from <= day AND (place.known_until IS NULL OR place.known_until > day);
END;

-- How many core elements a hand-over delivered, of how many that the method had on its day: never
-- fewer than were delivered.
CREATE FUNCTION elements_of(hand_over uuid) RETURNS TABLE (delivered int, possible int)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT held.delivered, greatest(held.delivered, held.had)
  FROM (
    SELECT
      (SELECT count(*)::int FROM hand_over_element
        WHERE hand_over_element.hand_over_id = one.id) AS delivered,
      (SELECT count(*)::int FROM core_elements_on(one.competence_id, one.held_on)) AS had
    FROM hand_over one WHERE one.id = hand_over
  ) held;
END;

-- The standing hand-overs of a method as its lineage takes them: `trainers` and `learners` are JSON
-- lists of `{ person, agreed }` and `{ person, confirmed }`. Who is entered as a trainer has said
-- yes. Who declined took no part; who confirms after the project's last day counts on that day.
CREATE FUNCTION lineage_facts(competence uuid) RETURNS TABLE (
  hand_over_id uuid, held_on date, minutes int, gives_level int, entered_by_id uuid,
  trainers json, learners json, delivered int, possible int)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT hand_over.id, hand_over.held_on, coalesce(hand_over.kept_minutes, hand_over.minutes),
    hand_over.gives_level, hand_over.entered_by_id,
    coalesce((SELECT json_agg(json_build_object('person', trainer.person_id,
        'agreed', hand_over.held_on) ORDER BY trainer.person_id)
      FROM hand_over_trainer trainer WHERE trainer.hand_over_id = hand_over.id), '[]'),
    coalesce((SELECT json_agg(json_build_object('person', learner.person_id,
        'confirmed',
        CASE WHEN learner.confirmed_on IS NOT NULL
          THEN least(learner.confirmed_on, period.ends_before - 1) END)
        ORDER BY learner.person_id)
      FROM hand_over_learner learner
      WHERE learner.hand_over_id = hand_over.id AND learner.declined_on IS NULL), '[]'),
    elements.delivered, elements.possible
  FROM hand_over
  CROSS JOIN LATERAL elements_of(hand_over.id) elements
  LEFT JOIN project_periods() period ON period.project_id = hand_over.project_id
  WHERE hand_over.competence_id = competence AND hand_over.withdrawn_at IS NULL;
END;

-- Who has any history in a method as of the end of a day, and the circle that it belongs to, since
-- when.
CREATE FUNCTION circles_by(day date) RETURNS TABLE (
  competence_id uuid, person_id uuid, circle_id uuid, known_from date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT lineage_circle.competence_id, lineage_circle.person_id, lineage_circle.circle_id,
    lineage_circle.known_from
  FROM lineage_circle
  WHERE lineage_circle.known_from <= day
    AND (lineage_circle.known_until IS NULL OR lineage_circle.known_until > day);
END;

-- Of them, whoever works or has worked in the units when the day has come, with the methods in which
-- they had some while they did: what is learned elsewhere afterwards is elsewhere.
CREATE FUNCTION history_in(units uuid[], day date) RETURNS TABLE (
  competence_id uuid, person_id uuid, circle_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT found.competence_id, found.person_id, found.circle_id
  FROM staff_until(units, day) staff JOIN circles_by(day) found ON found.person_id = staff.person_id
  -- Who works there still needs no other row to be looked at.
  WHERE found.known_from < staff.ends_before OR EXISTS (SELECT FROM lineage_circle begun
    WHERE begun.competence_id = found.competence_id AND begun.person_id = found.person_id
      AND begun.known_from < staff.ends_before);
END;

-- The units whose part in the lineage is counted as it is on a day: see `counted_on`.
CREATE FUNCTION spread_units_on(day date) RETURNS TABLE (unit_id uuid, shared uuid[])
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT counted.unit_id, counted.shared
  FROM counted_on(day) counted JOIN unit_spread_days days ON days.unit_id = counted.unit_id
  WHERE days.known_from <= day AND (days.known_until IS NULL OR days.known_until > day);
END;

-- What is counted of them.
CREATE FUNCTION spread_counted_on(day date) RETURNS TABLE (
  unit_id uuid, competence_id uuid, circle_id uuid, acquired int, may_teach int, dead_ends int)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT spread.unit_id, spread.competence_id, spread.circle_id, spread.acquired,
    spread.may_teach, spread.dead_ends
  FROM spread_units_on(day) counted JOIN unit_spread spread ON spread.unit_id = counted.unit_id;
END;

-- What is counted of a circle, whether it is so on a day or not, unit by unit.
CREATE FUNCTION spread_of_circle(competence uuid, circle uuid) RETURNS TABLE (
  unit_id uuid, acquired int, may_teach int, dead_ends int)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT spread.unit_id, spread.acquired, spread.may_teach, spread.dead_ends
  FROM unit_spread spread WHERE spread.competence_id = competence AND spread.circle_id = circle;
END;

-- Whoever works on a day and is in none of those counts: each to be looked at by themselves.
CREATE FUNCTION apart_on(day date) RETURNS TABLE (person_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT unnest(counted.shared) FROM spread_units_on(day) counted
  UNION
  SELECT staff.person_id FROM staff_on(day) staff
  WHERE staff.unit_id = ANY (ARRAY(
    SELECT unit.id FROM units() unit
    EXCEPT SELECT counted.unit_id FROM spread_units_on(day) counted));
END;

-- What they have acquired, as of the end of the day.
CREATE FUNCTION acquired_apart(day date) RETURNS TABLE (
  competence_id uuid, person_id uuid, circle_id uuid, may_teach boolean, is_dead_end boolean)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT circle.competence_id, circle.person_id, found.circle_id, found.may_teach,
    found.is_dead_end
  FROM circles_by(day) circle
  CROSS JOIN LATERAL acquisition_of(circle.competence_id, circle.person_id, day) found
  WHERE circle.person_id = ANY (ARRAY(SELECT apart.person_id FROM apart_on(day) apart));
END;

-- What `unit_spread` holds of a unit when it is counted for a day.
CREATE FUNCTION spread_in_unit(unit uuid, day date) RETURNS TABLE (
  competence_id uuid, circle_id uuid, acquired int, may_teach int, dead_ends int)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT history.competence_id, history.circle_id, count(found.circle_id)::int,
    (count(*) FILTER (WHERE found.may_teach))::int,
    (count(*) FILTER (WHERE found.is_dead_end))::int
  FROM history_in(ARRAY[unit], day) history
  LEFT JOIN staff_of_unit(unit, day) staff
    ON staff.person_id = history.person_id AND staff.is_sole
  LEFT JOIN LATERAL acquisition_of(history.competence_id, staff.person_id, day) found ON true
  GROUP BY history.competence_id, history.circle_id;
END;

-- As of which days: until the next on which something of its people begins or ends.
CREATE FUNCTION spread_days_of(unit uuid, day date) RETURNS TABLE (
  known_from date, known_until date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT coalesce(max(changes.day) FILTER (WHERE changes.day <= spread_days_of.day), spread_days_of.day),
    min(changes.day) FILTER (WHERE changes.day > spread_days_of.day)
  FROM (
    SELECT placed.day FROM staff_days_of(unit) placed
    UNION ALL
    SELECT turn.day
    FROM ever_staff_in(ARRAY[unit]) staff
    JOIN lineage_person ON lineage_person.person_id = staff.person_id
    CROSS JOIN LATERAL (VALUES (lineage_person.known_from), (lineage_person.known_until),
      (lineage_person.may_teach_from), (lineage_person.taught_from)) turn (day)
    UNION ALL
    SELECT turn.day
    FROM ever_staff_in(ARRAY[unit]) staff
    JOIN lineage_circle ON lineage_circle.person_id = staff.person_id
    CROSS JOIN LATERAL (VALUES (lineage_circle.known_from), (lineage_circle.known_until)) turn (day)
  ) changes;
END;

-- The circles of whoever works or has worked in the units (`history_in`), read from what is counted
-- where that can be.
CREATE FUNCTION circles_in(units uuid[], day date) RETURNS TABLE (
  competence_id uuid, circle_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT counted.competence_id, counted.circle_id FROM spread_counted_on(day) counted
  WHERE counted.unit_id = ANY (units)
  UNION
  SELECT history.competence_id, history.circle_id
  FROM (
    SELECT asked.unit_id FROM unnest(units) asked (unit_id)
    EXCEPT SELECT counted.unit_id FROM spread_units_on(day) counted
    WHERE counted.unit_id = ANY (units)
  ) uncounted
  CROSS JOIN LATERAL (
    SELECT found.competence_id, found.circle_id FROM history_in(ARRAY[uncounted.unit_id], day) found
    OFFSET 0
  ) history;
END;

-- Of those in these units who should hold a method on a day, how many have acquired it as of its end,
-- may hand it on, and are where it ends: rows to be added up.
CREATE FUNCTION group_spread_in(units uuid[], day date) RETURNS TABLE (
  competence_id uuid, acquired int, may_teach int, dead_ends int)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT counted.competence_id, counted.acquired, counted.may_teach, counted.dead_ends
  FROM highest_required_of(units, day) required
  JOIN spread_counted_on(day) counted ON counted.unit_id = required.unit_id
    AND counted.competence_id = required.competence_id
  UNION ALL
  SELECT apart.competence_id, 1, apart.may_teach::int, apart.is_dead_end::int
  FROM should_hold_in(units, day) should_hold
  JOIN acquired_apart(day) apart ON apart.person_id = should_hold.person_id
    AND apart.competence_id = should_hold.competence_id
  WHERE should_hold.person_id = ANY (ARRAY(SELECT one.person_id FROM apart_on(day) one));
END;

-- Those of the units in which somebody should hold a method and hasn't acquired it: whom the counts
-- don't cover may be one of them.
CREATE FUNCTION unreached_units(units uuid[], competence uuid, day date) RETURNS TABLE (unit_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT required.unit_id
  FROM highest_required_of(units, day) required
  LEFT JOIN LATERAL (
    SELECT one.people, one.shared FROM counted_on(day) one
    WHERE one.unit_id = required.unit_id OFFSET 0
  ) counted ON true
  LEFT JOIN LATERAL (
    SELECT sum(one.acquired)::int AS acquired FROM spread_counted_on(day) one
    WHERE one.unit_id = required.unit_id AND one.competence_id = competence
  ) reached ON true
  WHERE required.competence_id = competence
    AND (reached.acquired IS NULL OR counted.people IS NULL OR cardinality(counted.shared) > 0
      OR counted.people > reached.acquired);
END;

-- The groups that are frozen, each for a day.
CREATE FUNCTION frozen_groups() RETURNS TABLE (
  group_id uuid, project_id uuid, competence_id uuid, frozen_on date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT frozen_group.id, frozen_group.project_id, frozen_group.competence_id,
    frozen_group.frozen_on
  FROM frozen_group WHERE frozen_group.withdrawn_at IS NULL;
END;

-- The methods that a project has a frozen group of, and the day that each is frozen for.
CREATE FUNCTION frozen_methods(project uuid) RETURNS TABLE (competence_id uuid, frozen_on date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT frozen.competence_id, frozen.frozen_on
  FROM frozen_groups() frozen WHERE frozen.project_id = project;
END;

-- Who should have a project's methods on a day: its frozen groups, from the day that each is frozen
-- for on (`groupOn`).
CREATE FUNCTION frozen_for(project uuid, day date) RETURNS TABLE (
  competence_id uuid, person_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT frozen.competence_id, group_member.person_id
  FROM frozen_groups() frozen JOIN group_member ON group_member.group_id = frozen.group_id
  WHERE frozen.project_id = project AND frozen.frozen_on <= day;
END;

-- Who has said by the end of a day that they learned in a standing hand-over.
CREATE FUNCTION confirmed_by(day date) RETURNS TABLE (
  hand_over_id uuid, competence_id uuid, project_id uuid, person_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT held.id, held.competence_id, held.project_id, learner.person_id
  FROM standing_hand_overs() held
  JOIN hand_over_learner learner ON learner.hand_over_id = held.id
  LEFT JOIN project_periods() period ON period.project_id = held.project_id
  WHERE held.held_on <= day AND learner.confirmed_on IS NOT NULL
    AND least(learner.confirmed_on, period.ends_before - 1) <= day;
END;

-- Who took part in the hand-overs that were entered for a project, as of the end of a day: learners
-- who have said so, and their trainers.
CREATE FUNCTION took_part_for(project uuid, day date) RETURNS TABLE (
  competence_id uuid, person_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT part.competence_id, part.person_id
  FROM confirmed_by(day) part WHERE part.project_id = project
  UNION
  SELECT part.competence_id, trainer.person_id
  FROM confirmed_by(day) part
  JOIN hand_over_trainer trainer ON trainer.hand_over_id = part.hand_over_id
  WHERE part.project_id = project;
END;

-- Who is near a project in a method, as of the end of a day: its unit's people with any history, and
-- its hand-overs'. Unit by unit (OFFSET 0): how few they are, the planner can't know, and it would go
-- through everybody.
CREATE FUNCTION near_project(project uuid, day date) RETURNS TABLE (competence_id uuid, person_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT history.competence_id, history.person_id
  FROM project_periods() period
  CROSS JOIN LATERAL units_within(ARRAY[period.unit_id]) within
  CROSS JOIN LATERAL (
    SELECT found.competence_id, found.person_id FROM history_in(ARRAY[within.unit_id], day) found
    OFFSET 0
  ) history
  WHERE period.project_id = project
  UNION
  SELECT part.competence_id, part.person_id FROM took_part_for(project, day) part;
END;

-- The counted hand-overs that were entered for a project, as of the end of a day.
CREATE FUNCTION counted_for(project uuid, day date) RETURNS TABLE (
  hand_over_id uuid, competence_id uuid, held_on date, minutes int, generation int)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT held.id, held.competence_id, held.held_on, held.minutes, judged.generation
  FROM standing_hand_overs() held
  JOIN hand_overs_judged_by(day) judged ON judged.hand_over_id = held.id
  WHERE held.project_id = project AND judged.generation IS NOT NULL;
END;

-- The hand-overs that were entered for a project and confirmed, and don't count in the lineage as of
-- the end of a day, each with the reason: their hours were worked.
CREATE FUNCTION uncounted_for(project uuid, day date) RETURNS TABLE (hand_over_id uuid, reason text)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT held.id, judged.reason
  FROM standing_hand_overs() held
  JOIN hand_overs_judged_by(day) judged ON judged.hand_over_id = held.id
  WHERE held.project_id = project AND judged.generation IS NULL
    AND EXISTS (SELECT FROM confirmed_by(day) part WHERE part.hand_over_id = held.id);
END;

-- Who took part in a project's counted hand-overs, as of the end of a day: learners from the day that
-- their part counts, valid trainers from the first of these.
CREATE FUNCTION parts_for(project uuid, day date) RETURNS TABLE (
  hand_over_id uuid, competence_id uuid, person_id uuid, is_learner boolean, held_on date,
  counts_from date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT counted.hand_over_id, counted.competence_id, part.person_id, true, counted.held_on,
    part.known_from
  FROM counted_for(project, day) counted
  JOIN parts_counted_by(day) part ON part.hand_over_id = counted.hand_over_id
  UNION ALL
  SELECT counted.hand_over_id, counted.competence_id, trainer.person_id, false, counted.held_on,
    (SELECT min(part.known_from) FROM parts_counted_by(day) part
      WHERE part.hand_over_id = counted.hand_over_id)
  FROM counted_for(project, day) counted
  JOIN hand_overs_judged_by(day) judged ON judged.hand_over_id = counted.hand_over_id
  CROSS JOIN LATERAL unnest(judged.valid_trainers) trainer (person_id);
END;

-- Who was trained for a project, as of the end of a day, once for each occasion: an approved record
-- of its training, or a learner's part in one of its counted hand-overs. A record may be of no
-- competence.
CREATE FUNCTION trained_for(project uuid, day date) RETURNS TABLE (
  competence_id uuid, person_id uuid, held_on date, record_id uuid, hand_over_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT course.competence_id, course.person_id, course.held_on, course.record_id, NULL::uuid
  FROM training_of(project) course WHERE course.held_on <= trained_for.day
  UNION ALL
  SELECT part.competence_id, part.person_id, part.held_on, NULL::uuid, part.hand_over_id
  FROM parts_for(project, day) part WHERE part.is_learner;
END;

-- The methods that are a project's when a day has ended: by a group that is frozen by then, or by a
-- hand-over that somebody has said yes to or a course of it.
CREATE FUNCTION methods_of(project uuid, day date) RETURNS TABLE (competence_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT frozen.competence_id FROM frozen_methods(project) frozen
  WHERE frozen.frozen_on <= methods_of.day
  UNION
  SELECT part.competence_id FROM confirmed_by(methods_of.day) part WHERE part.project_id = project
  UNION
  SELECT course.competence_id FROM training_of(project) course
  WHERE course.competence_id IS NOT NULL AND course.held_on <= methods_of.day;
END;

-- Who near a project learned one of its methods from its first day on and wasn't trained in it for
-- the project, as of the end of a day.
CREATE FUNCTION trained_beside(project uuid, day date) RETURNS TABLE (
  competence_id uuid, person_id uuid, acquired_on date, hand_over_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT acquired.competence_id, acquired.person_id, acquired.acquired_on, acquired.hand_over_id
  FROM (
    SELECT frozen.competence_id, frozen.person_id FROM frozen_for(project, day) frozen
    UNION
    SELECT close.competence_id, close.person_id FROM near_project(project, day) close
  ) near
  JOIN project_periods() period ON period.project_id = project
  -- Person by person (OFFSET 0): how few are near, the planner can't know, and it would go through
  -- everybody who has acquired anything.
  CROSS JOIN LATERAL (
    SELECT found.competence_id, found.person_id, found.acquired_on, found.hand_over_id
    FROM acquired_by(day) found
    WHERE found.competence_id = near.competence_id AND found.person_id = near.person_id
      AND found.acquired_on >= period.starts_on
    OFFSET 0
  ) acquired
  WHERE near.competence_id IN (SELECT method.competence_id FROM methods_of(project, day) method)
    AND NOT EXISTS (SELECT FROM trained_for(project, day) trained
      WHERE trained.competence_id = near.competence_id AND trained.person_id = near.person_id);
END;

-- A project's frozen groups, as of the end of a day: whom each method has reached, and who of them
-- has left.
CREATE FUNCTION reached_for(project uuid, day date) RETURNS TABLE (
  competence_id uuid, person_id uuid, acquired_on date, left_on date, is_reached boolean)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT frozen.competence_id, frozen.person_id, acquired.acquired_on, gone.left_on,
    acquired.acquired_on IS NOT NULL AND gone.left_on IS NULL
  FROM frozen_for(project, day) frozen
  LEFT JOIN LATERAL (
    SELECT found.acquired_on FROM acquired_by(day) found
    WHERE found.competence_id = frozen.competence_id AND found.person_id = frozen.person_id
  ) acquired ON true
  LEFT JOIN LATERAL (
    SELECT employment.left_on FROM employment_of(frozen.person_id, day) employment
    WHERE employment.left_on <= day
      -- An employment that has a day in it hasn't ended by then.
      AND NOT EXISTS (SELECT FROM staff_on(day) staff WHERE staff.person_id = frozen.person_id)
  ) gone ON true;
END;

-- The counted hand-overs in which somebody was a valid trainer, as of the end of a day.
CREATE FUNCTION taught_by(person uuid, day date) RETURNS TABLE (
  hand_over_id uuid, competence_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT judged.hand_over_id, judged.competence_id
  FROM hand_over_trainer taught
  JOIN hand_overs_judged_by(day) judged ON judged.hand_over_id = taught.hand_over_id
    AND person = ANY (judged.valid_trainers)
  WHERE taught.person_id = person;
END;

-- Who stands below somebody in the tree (`place_of`). Hand-over by hand-over and person by person
-- (OFFSET 0): how few they are, the planner can't know.
CREATE FUNCTION followers_of(competence uuid, person uuid, day date) RETURNS TABLE (
  person_id uuid, acquired_on date, has_taught boolean)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT part.person_id, place.acquired_on, place.has_taught
  FROM (
    SELECT found.hand_over_id FROM taught_by(person, day) found
    WHERE found.competence_id = competence OFFSET 0
  ) taught
  CROSS JOIN LATERAL (
    SELECT found.person_id FROM parts_counted_by(day) found
    WHERE found.hand_over_id = taught.hand_over_id
    OFFSET 0
  ) part
  CROSS JOIN LATERAL (
    SELECT found.acquired_on, found.has_taught
    FROM place_of(competence, part.person_id, day) found
    WHERE found.hand_over_id = taught.hand_over_id AND found.parent_id = person
    OFFSET 0
  ) place;
END;

-- The counted hand-overs in which somebody was a learner whose part counts, as of the end of a day.
CREATE FUNCTION learned_by(person uuid, day date) RETURNS TABLE (
  hand_over_id uuid, competence_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT part.hand_over_id, part.competence_id
  FROM hand_over_learner learner
  JOIN parts_counted_by(day) part ON part.hand_over_id = learner.hand_over_id
    AND part.person_id = learner.person_id
  WHERE learner.person_id = person;
END;

-- Who learned from somebody: the learners of the counted hand-overs held since a day in which the
-- person was a valid trainer, each of them once, as of the end of a day.
CREATE FUNCTION handed_on_by(person uuid, competence uuid, since date, day date) RETURNS TABLE (
  person_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT DISTINCT part.person_id
  FROM taught_by(person, day) taught
  JOIN standing_hand_overs() held ON held.id = taught.hand_over_id AND held.held_on >= since
  JOIN parts_counted_by(day) part ON part.hand_over_id = held.id
  WHERE taught.competence_id = competence;
END;

-- The circles of a project in its methods, as of a day: those of its groups and of who is near it.
-- Person by person (OFFSET 0): how few are near, the planner can't know.
CREATE FUNCTION circles_of(project uuid, day date) RETURNS TABLE (
  competence_id uuid, circle_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT DISTINCT circle.competence_id, circle.circle_id
  FROM (
    SELECT frozen.competence_id, frozen.person_id FROM frozen_for(project, day) frozen
    UNION
    SELECT close.competence_id, close.person_id FROM near_project(project, day) close
  ) near
  JOIN methods_of(project, day) method ON method.competence_id = near.competence_id
  CROSS JOIN LATERAL (
    SELECT found.competence_id, found.circle_id FROM circles_by(day) found
    WHERE found.competence_id = near.competence_id AND found.person_id = near.person_id
    OFFSET 0
  ) circle;
END;

-- The hand-overs of a project that have corrected another, each with the one that first told of the
-- occasion.
CREATE FUNCTION first_hand_overs(project uuid) RETURNS TABLE (hand_over_id uuid, first_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  WITH RECURSIVE step (id, first_id, next_id) AS (
    SELECT one.id, earlier.id, earlier.replaces_id
    FROM hand_over one JOIN hand_over earlier ON earlier.id = one.replaces_id
    WHERE one.project_id = project
    UNION ALL
    SELECT step.id, earlier.id, earlier.replaces_id
    FROM step JOIN hand_over earlier ON earlier.id = step.next_id
  )
  SELECT step.id, step.first_id FROM step WHERE step.next_id IS NULL;
END;

-- What one hand-over is as of the end of a day by which somebody has said yes to it, `facts` as a JSON
-- object. One that doesn't count has a reason and no generation. `countsFrom`: the first day as of which a learner's part counts;
-- `learners` are those whose part does.
CREATE FUNCTION told_hand_over(hand_over uuid, day date) RETURNS TABLE (
  hand_over_id uuid, competence_id uuid, project_id uuid, held_on date, facts jsonb, note text)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT held.id, held.competence_id, held.project_id, held.held_on,
    jsonb_build_object('minutes', held.minutes, 'form', written.form::text,
      'givesLevel', held.gives_level, 'generation', judged.generation, 'reason', judged.reason,
      'trainers', cardinality(judged.valid_trainers), 'learners', part.learners,
      'countsFrom', part.counts_from, 'delivered', judged.delivered, 'possible', judged.possible),
    written.note
  FROM standing_hand_overs() held
  JOIN hand_over written ON written.id = held.id
  JOIN hand_overs_judged_by(day) judged ON judged.hand_over_id = held.id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS learners, min(counted.known_from) AS counts_from
    FROM parts_counted_by(day) counted WHERE counted.hand_over_id = held.id
  ) part
  WHERE held.id = told_hand_over.hand_over
    AND EXISTS (SELECT FROM confirmed_by(day) yes WHERE yes.hand_over_id = held.id);
END;

-- A project's own hand-overs, as of the end of a day.
CREATE FUNCTION hand_overs_for(project uuid, day date) RETURNS TABLE (
  hand_over_id uuid, competence_id uuid, held_on date, facts jsonb, note text)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT told.hand_over_id, told.competence_id, told.held_on, told.facts, told.note
  FROM standing_hand_overs() own
  CROSS JOIN LATERAL (SELECT one.* FROM told_hand_over(own.id, day) one OFFSET 0) told
  WHERE own.project_id = project;
END;

-- The hand-overs beside a project's own that join its people to others: those of its circles, as of
-- the end of a day. Circle by circle (OFFSET 0): how few there are, the planner can't know.
CREATE FUNCTION hand_overs_beside(project uuid, day date) RETURNS TABLE (
  hand_over_id uuid, competence_id uuid, held_on date, facts jsonb, note text)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT told.hand_over_id, told.competence_id, told.held_on, told.facts, told.note
  FROM circles_of(project, day) circle
  CROSS JOIN LATERAL (
    SELECT found.hand_over_id FROM hand_overs_judged_by(day) found
    WHERE found.competence_id = circle.competence_id AND found.circle_id = circle.circle_id
    OFFSET 0
  ) judged
  CROSS JOIN LATERAL (
    SELECT one.* FROM told_hand_over(judged.hand_over_id, day) one OFFSET 0
  ) told
  WHERE told.project_id IS NULL OR told.project_id <> project;
END;

-- Who has acquired a project's methods in its circles, as of the end of a day: in which generation,
-- whether the group was meant, whether they have handed on, work still, may hand on, and learned it
-- beside the project (`trained_beside`).
CREATE FUNCTION acquired_near(project uuid, day date) RETURNS TABLE (
  competence_id uuid, person_id uuid, acquired_on date, generation int, hand_over_id uuid,
  in_group boolean, has_taught boolean, is_active boolean, left_on date, may_teach boolean,
  is_beside boolean)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT circle.competence_id, found.person_id, found.acquired_on, found.generation,
    found.hand_over_id, frozen.person_id IS NOT NULL, found.has_taught,
    works.person_id IS NOT NULL,
    -- An employment that has a day in it hasn't ended by then.
    CASE WHEN works.person_id IS NULL THEN (
      SELECT employment.left_on FROM employment_of(found.person_id, day) employment
      WHERE employment.left_on <= day) END,
    found.may_teach, beside.person_id IS NOT NULL
  FROM circles_of(project, day) circle
  CROSS JOIN LATERAL (
    SELECT acquired.person_id, acquired.acquired_on, acquired.generation, acquired.hand_over_id,
      acquired.may_teach, acquired.has_taught
    FROM acquired_in_circle(circle.competence_id, circle.circle_id, day) acquired
    OFFSET 0
  ) found
  LEFT JOIN frozen_for(project, day) frozen
    ON frozen.competence_id = circle.competence_id AND frozen.person_id = found.person_id
  LEFT JOIN trained_beside(project, day) beside
    ON beside.competence_id = circle.competence_id AND beside.person_id = found.person_id
  LEFT JOIN LATERAL (
    SELECT staff.person_id FROM staff_on(day) staff WHERE staff.person_id = found.person_id LIMIT 1
  ) works ON true;
END;

-- What must never be: somebody has acquired a method and has no confirmed level of any kind, on the
-- first day as of which they have.
CREATE FUNCTION acquired_without_level(competence uuid) RETURNS TABLE (person_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT lineage_person.person_id
  FROM lineage_person
  CROSS JOIN LATERAL known_of(lineage_person.person_id, competence, lineage_person.known_from) known
  WHERE lineage_person.competence_id = competence AND known.level = 0;
END;

-- What must never be: a level from a hand-over whose learner's part doesn't count, on that day or
-- at all.
CREATE FUNCTION level_without_part(competence uuid) RETURNS TABLE (hand_over_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT given.hand_over_id
  FROM hand_over_levels(competence) given
  WHERE NOT EXISTS (SELECT FROM lineage_part
    WHERE lineage_part.hand_over_id = given.hand_over_id
      AND lineage_part.person_id = given.person_id AND lineage_part.known_from = given.stands_from);
END;

-- What must never be: a learner's part counts and gives no level.
CREATE FUNCTION part_without_level(competence uuid) RETURNS TABLE (hand_over_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT lineage_part.hand_over_id
  FROM lineage_part
  WHERE lineage_part.competence_id = competence AND NOT EXISTS (
    SELECT FROM hand_over_levels(competence) given
    WHERE given.hand_over_id = lineage_part.hand_over_id
      AND given.person_id = lineage_part.person_id);
END;

-- The days of hand-overs in which somebody took part, with the project's unit where there is one.
-- Who declined took no part.
CREATE FUNCTION hand_over_days_of(person uuid) RETURNS TABLE (id uuid, day date, unit_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT held.id, held.held_on, period.unit_id
  FROM (
    SELECT trainer.hand_over_id FROM hand_over_trainer trainer WHERE trainer.person_id = person
    UNION ALL
    SELECT learner.hand_over_id FROM hand_over_learner learner
    WHERE learner.person_id = person AND learner.declined_on IS NULL
  ) part
  JOIN standing_hand_overs() held ON held.id = part.hand_over_id
  LEFT JOIN project_periods() period ON period.project_id = held.project_id;
END;

-- The days of the hand-overs that were entered for a project, and those that its groups are frozen
-- for.
CREATE FUNCTION dated_cascade(project uuid) RETURNS TABLE (kind text, day date)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT 'hand-over', held.held_on FROM standing_hand_overs() held WHERE held.project_id = project
  UNION ALL
  SELECT 'group', frozen.frozen_on FROM frozen_methods(project) frozen;
END;

-- The days on which somebody was counted among a project's frozen group.
CREATE FUNCTION frozen_days_of(person uuid) RETURNS TABLE (
  id uuid, day date, project_id uuid, unit_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT frozen.group_id, frozen.frozen_on, period.project_id, period.unit_id
  FROM group_member
  JOIN frozen_groups() frozen ON frozen.group_id = group_member.group_id
  JOIN project_periods() period ON period.project_id = frozen.project_id
  WHERE group_member.person_id = person;
END;
