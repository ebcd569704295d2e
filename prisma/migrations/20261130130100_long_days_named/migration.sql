-- Days with more than 24 own hours of one person, which were entered before that was refused, count
-- as they stand: they are named to whoever migrates, by the address of the person's page.
DO $$
DECLARE
  long record;
BEGIN
  FOR long IN
    SELECT hours.person_id, hours.worked_on, round(sum(hours.minutes) / 60.0, 2) AS hours,
      string_agg(DISTINCT project.code, ', ' ORDER BY project.code) AS projects
    FROM own_hours hours JOIN project ON project.id = hours.project_id
    WHERE hours.person_id IS NOT NULL AND hours.withdrawn_at IS NULL AND NOT hours.unanswered
    GROUP BY hours.person_id, hours.worked_on
    HAVING sum(hours.minutes) > 24 * 60
    ORDER BY hours.worked_on, hours.person_id
  LOOP
    RAISE INFO 'A day of more than 24 own hours: % on %, in %, of the person at /people/%. It counts until what is wrong in it is taken back.',
      trim_scale(long.hours) || ' h', long.worked_on, long.projects, long.person_id;
  END LOOP;
END;
$$;
