import { forViewers } from "~/features/access/visit.server";
import { reportChartFile } from "~/features/reports/files/report-files.server";
import { reportRoles } from "~/features/reports/reports.policy";

export const loader = forViewers(async ({ db, viewer, today, params, language, t }) => {
  const { name, mediaType, bytes } = await reportChartFile(db, viewer, {
    id: params.id ?? "",
    file: params.file ?? "",
    today,
    speech: { language, t },
  });
  return new Response(bytes, {
    headers: {
      "content-type": mediaType,
      "content-disposition": `inline; filename="${encodeURIComponent(name)}"`,
      "cache-control": "private, no-store",
    },
  });
}, reportRoles);
