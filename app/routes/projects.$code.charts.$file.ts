import { forViewers } from "~/features/access/visit.server";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import { projectChartFile } from "~/overviews/project/chart-files.server";

export const loader = forViewers(async ({ db, viewer, today, params, language, t }) => {
  const { name, mediaType, bytes } = await projectChartFile(db, viewer, {
    code: params.code ?? "",
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
}, projectRoles);
