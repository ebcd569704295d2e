-- DropIndex
DROP INDEX "cost_project_id_booked_on_idx";

-- CreateIndex
CREATE INDEX "account_authority_id_name_idx" ON "account"("authority_id", "name");

-- CreateIndex
CREATE INDEX "cost_sums_of_project_idx" ON "cost"("project_id", "booked_on", "budget_line_id", "amount_ore", "withdrawn_at");

-- CreateIndex
CREATE INDEX "training_record_authority_id_held_on_id_idx" ON "training_record"("authority_id", "held_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "training_record_budget_line_id_status_idx" ON "training_record"("budget_line_id", "status");
