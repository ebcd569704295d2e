import { forViewers } from "~/features/access/visit.server";
import { trainingCsv } from "~/features/training/records/training-csv.server";
import { whoseOf } from "~/features/training/records/training-list.queries.server";
import { downloadOf } from "~/platform/files.server";

export const loader = forViewers(
  async ({ db, viewer, url, language, t }) => {
    const speech = { language, t };
    const bytes = await trainingCsv(db, viewer, { whose: whoseOf(url, viewer), speech });
    return downloadOf({ name: "kaskad-training.csv", mediaType: "text/csv; charset=utf-8", bytes });
  },
  ["employee", "manager", "administrator"],
);
