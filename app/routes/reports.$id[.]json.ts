import { forViewers } from "~/features/access/visit.server";
import { reportFile } from "~/features/reports/files/report-files.server";
import { reportRoles } from "~/features/reports/reports.policy";
import { downloadOf } from "~/platform/files.server";

export const loader = forViewers(async ({ db, viewer, today, params, language, t }) => {
  const asked = { id: params.id ?? "", today, speech: { language, t } };
  return downloadOf(await reportFile(db, viewer, { ...asked, format: "json" }));
}, reportRoles);
