import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { CourseForm } from "~/features/training/courses/course-form";
import { logCourse } from "~/features/training/courses/courses.commands.server";
import { showLogForm } from "~/features/training/courses/log-form.queries.server";
import { evidenceFormMaxBytes } from "~/features/training/records/training-limits";
import { logCourseForm } from "~/features/training/records/training.schema";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { dayAsked } from "~/platform/day-asked";
import { Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t) => t("training.log.title"));

export const loader = forViewers(
  ({ db, viewer, today, url }) => showLogForm(db, viewer, { day: dayAsked(url), today }),
  ["employee", "manager"],
);

export const action = formAction(
  logCourseForm,
  async ({ db, viewer, today }, input) =>
    `/training?logged=${await logCourse(db, viewer, input, today)}`,
  { allowed: ["employee", "manager"], maxBytes: evidenceFormMaxBytes },
);

export default function LogCourse() {
  const view = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  return (
    <Page
      width="narrow"
      title={t("training.log.title")}
      lead={t("training.log.lead")}
      breadcrumb={[{ to: "/training", label: t("training.breadcrumb") }]}
    >
      <CourseForm view={view} state={state} submitLabel={t("training.log.submit")} />
    </Page>
  );
}
