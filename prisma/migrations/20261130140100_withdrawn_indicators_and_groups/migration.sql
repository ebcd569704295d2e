-- An indicator or a frozen group that was entered by mistake never was, and stays as withdrawn. Of a
-- project and a method one group stands.

ALTER TABLE "indicator" ADD COLUMN "withdrawn_at" TIMESTAMPTZ(3);

ALTER TABLE "frozen_group" ADD COLUMN "withdrawn_at" TIMESTAMPTZ(3);
DROP INDEX "frozen_group_project_id_competence_id_key";
CREATE INDEX "frozen_group_project_id_competence_id_idx" ON "frozen_group"("project_id", "competence_id");
CREATE UNIQUE INDEX "frozen_group_once" ON "frozen_group"("project_id", "competence_id") WHERE "withdrawn_at" IS NULL;
