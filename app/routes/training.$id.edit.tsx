import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { CourseForm } from "~/features/training/courses/course-form";
import { mendCourse } from "~/features/training/courses/courses.commands.server";
import { showMendForm } from "~/features/training/courses/log-form.queries.server";
import { evidenceFormMaxBytes } from "~/features/training/records/training-limits";
import { mendCourseForm } from "~/features/training/records/training.schema";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { dayAsked } from "~/platform/day-asked";
import { idParam } from "~/platform/ids";
import { Notice, Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t, { draft: { title } }) =>
  t("training.mend.title", { title }),
);

export const loader = forViewers(
  ({ db, viewer, params, today, url }) =>
    showMendForm(db, viewer, { id: idParam(params.id), day: dayAsked(url), today }),
  ["employee", "manager"],
);

export const action = formAction(
  mendCourseForm,
  async ({ db, viewer, params, today }, input) => {
    const id = await mendCourse(db, viewer, { ...input, id: idParam(params.id) }, today);
    return `/training?logged=${id}`;
  },
  { allowed: ["employee", "manager"], maxBytes: evidenceFormMaxBytes },
);

export default function MendCourse() {
  const view = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  const { title, last } = view.draft;
  return (
    <Page
      width="narrow"
      title={t("training.mend.title", { title })}
      breadcrumb={[{ to: "/training", label: t("training.breadcrumb") }]}
    >
      {last && (
        <Notice tone="warning" title={t("training.mend.word", { name: last.byName })}>
          {last.word}
        </Notice>
      )}
      <CourseForm
        view={view}
        draft={view.draft}
        state={state}
        submitLabel={t("training.mend.submit")}
      />
    </Page>
  );
}
