import { forViewers } from "~/features/access/visit.server";
import { reportChartFile } from "~/features/reports/files/report-files.server";
import { reportRoles } from "~/features/reports/reports.policy";
import { shownOf } from "~/platform/files.server";

export const loader = forViewers(
  async ({ db, viewer, today, params, language, t }) =>
    shownOf(
      await reportChartFile(db, viewer, {
        id: params.id ?? "",
        file: params.file ?? "",
        today,
        speech: { language, t },
      }),
    ),
  reportRoles,
);
