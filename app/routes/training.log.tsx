import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { CourseForm } from "~/features/training/courses/course-form";
import { logCourse } from "~/features/training/courses/courses.commands.server";
import { showAgainForm, showLogForm } from "~/features/training/courses/log-form.queries.server";
import { evidenceFormMaxBytes } from "~/features/training/records/training-limits";
import { logCourseForm } from "~/features/training/records/training.schema";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { dayAsked } from "~/platform/day-asked";
import { idParam } from "~/platform/ids";
import { Notice, Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t) => t("training.log.title"));

export const loader = forViewers(
  async ({ db, viewer, today, url }) => {
    const day = dayAsked(url);
    const from = url.searchParams.get("from");
    if (from !== null) return showAgainForm(db, viewer, { id: idParam(from), day, today });
    return { ...(await showLogForm(db, viewer, { day, today })), draft: undefined };
  },
  ["employee", "manager"],
);

export const action = formAction(
  logCourseForm,
  async ({ db, viewer, today }, input) =>
    `/training?logged=${await logCourse(db, viewer, input, today)}`,
  { allowed: ["employee", "manager"], maxBytes: evidenceFormMaxBytes },
);

export default function LogCourse() {
  const { draft, ...view } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  return (
    <Page
      width="narrow"
      title={t("training.log.title")}
      lead={t("training.log.lead")}
      breadcrumb={[{ to: "/training", label: t("training.breadcrumb") }]}
    >
      {draft && (
        <Notice title={t("training.log.again", { title: draft.title })}>
          {t("training.log.againText")}
        </Notice>
      )}
      <CourseForm view={view} draft={draft} state={state} submitLabel={t("training.log.submit")} />
    </Page>
  );
}
