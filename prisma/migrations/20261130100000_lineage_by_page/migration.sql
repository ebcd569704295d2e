-- A page of a long lineage is read in its order.

DROP INDEX "lineage_person_competence_id_circle_id_idx";
CREATE INDEX "lineage_person_in_order" ON "lineage_person"("competence_id", "circle_id", "generation", "acquired_on", "person_id");

DROP INDEX "lineage_hand_over_competence_id_circle_id_idx";
CREATE INDEX "lineage_hand_over_newest_first" ON "lineage_hand_over"("competence_id", "circle_id", "known_from" DESC);

-- What Prisma can't say: those that don't count, of many that do.
CREATE INDEX "lineage_hand_over_not_counted" ON "lineage_hand_over"("competence_id", "circle_id", "known_from" DESC) INCLUDE ("known_until") WHERE "reason" IS NOT NULL;
