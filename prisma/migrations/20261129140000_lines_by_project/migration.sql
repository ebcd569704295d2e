-- A project's training is found by its lines, those that were taken out among them.
CREATE INDEX "budget_line_project_id_idx" ON "budget_line"("project_id");
