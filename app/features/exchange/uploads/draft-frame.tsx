import type { ReactNode } from "react";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { ConfirmButton, Notice, Page, type Crumb } from "~/ui/page";
import type { LedgerDraft, TrainingDraft } from "./import-page.queries.server";

type Props = {
  page: LedgerDraft | TrainingDraft;
  title: string;
  lead?: string;
  breadcrumb: Crumb[];
  children: ReactNode;
};

/** What previews of both kinds have: what happened since, and the way to throw the file away. */
export function DraftFrame({ page, title, lead, breadcrumb, children }: Props) {
  const t = useT();
  const { formatDateTime } = useFormat();
  const { id, fileName, hasMoved, withdrawnAt } = page;
  return (
    <Page title={title} lead={lead} breadcrumb={breadcrumb}>
      {hasMoved && (
        <Notice tone="warning" title={t("exchange.moved")} live>
          {t("exchange.movedText")}
        </Notice>
      )}
      {withdrawnAt !== null && (
        <Notice title={t("exchange.withdrawnNotice", { at: formatDateTime(withdrawnAt) })}>
          {t("exchange.withdrawnText")}
        </Notice>
      )}
      {children}
      <ConfirmButton
        label={t("exchange.cancel")}
        question={t("exchange.cancelQuestion", { name: fileName })}
        consequence={t("exchange.cancelText")}
        confirmLabel={t("exchange.cancel")}
        action={`/import/${id}/cancel`}
        size="small"
      />
    </Page>
  );
}
