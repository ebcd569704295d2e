-- Somebody's circles are looked up as of a day. By the person alone they looked dearer to the planner
-- than going through the methods of another index.
DROP INDEX "lineage_circle_person_id_idx";
CREATE INDEX "lineage_circle_person_id_known_from_idx" ON "lineage_circle"("person_id", "known_from");
