import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { FormActions, FormErrors, SubmissionId, SubmitButton, type FormState } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { ButtonLink, Notice, Page } from "~/ui/page";
import { useCounted } from "./counted";
import type { showWithdrawal } from "./withdraw-import.commands.server";

type View = Awaited<ReturnType<typeof showWithdrawal>>;

/** Asks whether an import is to be taken back, by its file's and project's names. */
export function WithdrawPage({ view, state }: { view: View; state: FormState | undefined }) {
  const t = useT();
  const { id, fileName: file, project, submissionId } = view;
  return (
    <Page
      title={
        project
          ? t("exchange.withdraw.ledgerTitle", { file, project: project.name })
          : t("exchange.withdraw.trainingTitle", { file })
      }
      width="narrow"
      breadcrumb={[
        { to: "/import", label: t("exchange.title") },
        { to: `/import/${id}`, label: file },
      ]}
    >
      <Notice tone="warning" title={t("exchange.ledger.plan")}>
        <ul>
          {useConsequences(view).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Notice>
      <Form method="post" className="form">
        <FormErrors errors={state?.errors} />
        <SubmissionId value={submissionId} />
        <FormActions>
          <SubmitButton variant="danger">{t("exchange.withdraw.submit", { file })}</SubmitButton>
          <ButtonLink to={`/import/${id}`} variant="quiet">
            {t("exchange.withdraw.keep")}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}

function useConsequences({ withdrawal }: View): string[] {
  const t = useT();
  const counted = useCounted();
  const { formatKronor, formatNumber } = useFormat();
  const after = t("exchange.withdraw.after");
  if (withdrawal.kind === "training") {
    const { rows, again } = withdrawal;
    return [
      counted("exchange.withdraw.records", rows),
      ...(again > 0 ? [counted("exchange.withdraw.recordsAgain", again)] : []),
      t("exchange.withdraw.reports"),
      after,
    ];
  }
  const { vouchers, rows, sumOre, restored, again } = withdrawal;
  const values = { rows: formatNumber(rows), sum: formatKronor(sumOre, { withOre: true }) };
  return [
    counted("exchange.withdraw.costs", vouchers, values),
    ...(again.vouchers > 0
      ? [
          counted("exchange.withdraw.again", again.vouchers, {
            sum: formatKronor(again.sumOre, { withOre: true }),
          }),
        ]
      : []),
    ...(restored > 0 ? [counted("exchange.withdraw.restored", restored)] : []),
    t("exchange.withdraw.reports"),
    after,
  ];
}
