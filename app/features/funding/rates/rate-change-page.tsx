import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable } from "~/ui/data-table";
import {
  FormActions,
  FormErrors,
  SubmissionId,
  SubmitButton,
  TextArea,
  type FormState,
} from "~/ui/form";
import { Form } from "~/ui/navigation";
import { ButtonLink, Notice, Page } from "~/ui/page";
import { setUpHref } from "../rules/set-up-parts";
import { useSetUpCrumbs } from "../set-up/set-up-crumbs";
import type { RateChangeView } from "./rate-change.queries.server";

type RateChangePageProps = { view: RateChangeView; refused: FormState | undefined };

/** What a change of a rate does to the hours that are booked, before it is done. */
export function RateChangePage({ view, refused }: RateChangePageProps) {
  const t = useT();
  const { formatKronor, formatDate } = useFormat();
  const { project, rate, sums, isReported, seen, submissionId } = view;
  const count = sums?.rowCount ?? 0;
  return (
    <Page
      title={
        count === 0
          ? t("funding.setUp.rates.touchesNone")
          : t("funding.setUp.rates.touches", { count })
      }
      lead={
        rate
          ? t("funding.setUp.rates.newRate", {
              rate: formatKronor(rate.rateOre, { withOre: true }),
              date: formatDate(rate.validFrom),
            })
          : t("funding.setUp.rates.goneRate")
      }
      breadcrumb={useSetUpCrumbs(project)}
    >
      <TouchedHours view={view} />
      {isReported && (
        <Notice tone="warning" title={t("funding.setUp.rates.reported")}>
          {t("funding.setUp.rates.reportedText")}
        </Notice>
      )}
      <Form method="post" className="form" noValidate key={submissionId}>
        <FormErrors errors={refused?.errors} />
        <SubmissionId value={submissionId} />
        <input type="hidden" name="seen" value={seen} />
        {isReported && (
          <TextArea
            name="reason"
            label={t("funding.setUp.rates.reason")}
            hint={t("funding.setUp.rates.reasonHint")}
            rows={3}
            required
            state={refused}
          />
        )}
        <FormActions>
          <SubmitButton>
            {count === 0
              ? t("funding.setUp.rates.keepRate")
              : t("funding.setUp.rates.rebook", { count })}
          </SubmitButton>
          <ButtonLink to={setUpHref(project.code, "rates")} variant="quiet">
            {t("ui.form.cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}

function TouchedHours({ view: { stretches, sums } }: { view: RateChangeView }) {
  const t = useT();
  const { formatKronor, formatDate, formatHours, formatNumber } = useFormat();
  const withOre = { withOre: true };
  return (
    <DataTable
      caption={t("funding.setUp.rates.touchedCaption")}
      hideCaption
      rows={stretches}
      rowKey={({ rateOre, newRateOre }) => `${rateOre} ${newRateOre}`}
      columns={[
        {
          key: "days",
          header: t("funding.setUp.rates.days"),
          cell: ({ firstDay, lastDay }) =>
            t("funding.period", { from: formatDate(firstDay), to: formatDate(lastDay) }),
        },
        {
          key: "rows",
          header: t("funding.setUp.rates.rows"),
          align: "end",
          cell: (row) => formatNumber(row.rowCount),
        },
        {
          key: "hours",
          header: t("funding.hours.hours"),
          align: "end",
          cell: (row) => formatHours(row.minutes),
        },
        {
          key: "rate",
          header: t("funding.setUp.rates.rateBefore"),
          align: "end",
          cell: (row) => formatKronor(row.rateOre, withOre),
        },
        {
          key: "new-rate",
          header: t("funding.setUp.rates.rateAfter"),
          align: "end",
          cell: (row) => formatKronor(row.newRateOre, withOre),
        },
        {
          key: "before",
          header: t("funding.setUp.rates.before"),
          align: "end",
          cell: (row) => formatKronor(row.beforeOre, withOre),
        },
        {
          key: "after",
          header: t("funding.setUp.rates.after"),
          align: "end",
          cell: (row) => formatKronor(row.afterOre, withOre),
        },
      ]}
      {...(sums && {
        footer: {
          days: t("funding.total"),
          rows: formatNumber(sums.rowCount),
          hours: formatHours(sums.minutes),
          before: formatKronor(sums.beforeOre, withOre),
          after: formatKronor(sums.afterOre, withOre),
        },
      })}
    />
  );
}
