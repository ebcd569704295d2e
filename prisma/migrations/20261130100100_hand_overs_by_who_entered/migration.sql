-- Somebody's hand-overs are looked up, also by who has entered them.
CREATE INDEX "hand_over_entered_by_id_idx" ON "hand_over"("entered_by_id");
