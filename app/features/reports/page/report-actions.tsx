import { Download } from "lucide-react";
import { useT } from "~/i18n/context";
import { SubmissionId, SubmitButton } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { ButtonLink, ConfirmButton } from "~/ui/page";
import type { ReportView } from "../reports.queries.server";

/** What one does with a report: take its file, and for those who write it share it or take it back. */
export function ReportActions({ view }: { view: ReportView }) {
  const t = useT();
  const { id, name, isShared, mayWrite, mayDiscard, submissionId } = view;
  return (
    <>
      {(["csv", "json"] as const).map((format) => (
        <ButtonLink
          key={format}
          to={`/reports/${id}.${format}`}
          prefetch="none"
          reloadDocument
          icon={<Download aria-hidden="true" />}
        >
          {t(`reports.page.${format}`)}
        </ButtonLink>
      ))}
      {mayWrite && isShared && (
        <ConfirmButton
          label={t("reports.unshare.label")}
          question={t("reports.unshare.question", { title: name })}
          consequence={t("reports.unshare.consequence")}
          confirmLabel={t("reports.unshare.confirm")}
          action={`/reports/${id}/unshare`}
          fields={{ submissionId }}
        />
      )}
      {mayWrite && !isShared && (
        <>
          <ButtonLink to={`/reports/${id}/edit`}>{t("reports.page.edit")}</ButtonLink>
          <ButtonLink to={`/reports/${id}/change`}>{t("reports.page.change")}</ButtonLink>
          {mayDiscard && (
            <ConfirmButton
              label={t("reports.discard.label")}
              question={t("reports.discard.question", { title: name })}
              consequence={t("reports.discard.consequence")}
              confirmLabel={t("reports.discard.confirm")}
              action={`/reports/${id}/discard`}
              fields={{ submissionId }}
            />
          )}
          <Form method="post" action={`/reports/${id}/share`}>
            <SubmissionId value={submissionId} />
            <SubmitButton>{t("reports.page.share")}</SubmitButton>
          </Form>
        </>
      )}
    </>
  );
}
