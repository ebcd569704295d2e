-- Hand-overs, and whom they were meant for.

-- The days of hand-overs in which somebody took part, with the project's unit where there is one.
-- Who declined took no part.
CREATE FUNCTION hand_over_days_of(person uuid) RETURNS TABLE (id uuid, day date, unit_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT hand_over.id, hand_over.held_on, project.unit_id
  FROM (
    SELECT trainer.hand_over_id FROM hand_over_trainer trainer WHERE trainer.person_id = person
    UNION ALL
    SELECT learner.hand_over_id FROM hand_over_learner learner
    WHERE learner.person_id = person AND learner.declined_on IS NULL
  ) part
  JOIN hand_over ON hand_over.id = part.hand_over_id AND hand_over.withdrawn_at IS NULL
  LEFT JOIN project ON project.id = hand_over.project_id;
END;

-- The days on which somebody was counted among a project's frozen group.
CREATE FUNCTION frozen_days_of(person uuid) RETURNS TABLE (
  id uuid, day date, project_id uuid, unit_id uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT frozen_group.id, frozen_group.frozen_on, project.id, project.unit_id
  FROM group_member
  JOIN frozen_group ON frozen_group.id = group_member.group_id
  JOIN project ON project.id = frozen_group.project_id
  WHERE group_member.person_id = person;
END;
