import { forViewers } from "~/features/access/visit.server";
import { versionFileFor } from "~/features/reports/freezing/version-pages.queries.server";
import { reportRoles } from "~/features/reports/reports.policy";
import { downloadOf, shownOf } from "~/platform/files.server";
import { numberParam } from "~/platform/ids";

export const loader = forViewers(async ({ db, viewer, params, language, t }) => {
  const file = await versionFileFor(db, viewer, {
    id: params.id ?? "",
    number: numberParam(params.number),
    file: params.file ?? "",
    speech: { language, t },
  });
  return file.mediaType === "image/png" ? shownOf(file) : downloadOf(file);
}, reportRoles);
