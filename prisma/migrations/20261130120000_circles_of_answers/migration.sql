-- A hand-over joins people once somebody has said yes to it. The lineage is made anew when the program
-- starts.
INSERT INTO "lineage_due" SELECT "id", 0 FROM "competence" ON CONFLICT DO NOTHING;
INSERT INTO "unit_due" SELECT "id", 0 FROM "unit" ON CONFLICT DO NOTHING;
