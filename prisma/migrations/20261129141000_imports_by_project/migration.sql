-- Somebody's imports are those of their projects, and those that they have handed in.
CREATE INDEX "import_project_id_idx" ON "import"("project_id");
CREATE INDEX "import_uploaded_by_id_idx" ON "import"("uploaded_by_id");
