import { lineTitle } from "~/features/funding/rules/line-title";
import { useT } from "~/i18n/context";
import { Card, DescriptionList, EmptyState, Section } from "~/ui/page";
import { financingTable, moneyTable } from "../tables/money-tables";
import type { Report } from "../rules/report";
import {
  reportBudgetChart,
  reportCumulativeChart,
  reportOutcomeChart,
} from "../tables/report-charts";
import { ReportFigure, ReportTableView, type PartProps } from "./report-table";

/** Money per line, who pays, and spending over time against the plan. */
export function ReportMoneySections({ id, report, speech }: PartProps) {
  const t = useT();
  const { money } = report;
  const perLine = moneyTable(report, speech);
  const hasUnplaced = money.unplaced.count > 0;
  const href = `/reports/${id}/charts`;
  return (
    <>
      <Section title={perLine.title} lead={t("reports.money.lead")}>
        {money.lines.length > 0 && (
          <ReportFigure chart={reportBudgetChart(report, speech)} href={`${href}/budget`} />
        )}
        <ReportTableView
          table={{
            ...perLine,
            rows: perLine.rows.filter(({ key }) => hasUnplaced || key !== "unplaced"),
          }}
          rowKey={(row) => row.key}
          hideCaption
          empty={
            <EmptyState title={t("funding.budget.emptyTitle")}>
              {t("funding.budget.emptyText")}
            </EmptyState>
          }
        />
        <LineComments report={report} />
        {report.financing.length > 0 && (
          <ReportTableView table={financingTable(report, speech)} rowKey={(row) => row.key} />
        )}
      </Section>
      <Section title={t("reports.charts.months")}>
        <ReportFigure chart={reportCumulativeChart(report, speech)} href={`${href}/cumulative`} />
      </Section>
    </>
  );
}

/** What the project says of single lines. */
function LineComments({ report }: { report: Report }) {
  const t = useT();
  const lines = report.money.lines.filter(({ comment }) => comment !== "");
  if (lines.length === 0) return null;
  return (
    <Card title={t("reports.money.comments")}>
      <DescriptionList
        items={lines.map((line) => ({
          key: line.lineId,
          term: lineTitle(line),
          value: line.comment,
        }))}
      />
    </Card>
  );
}

/** Outcomes against targets. */
export function ReportIndicators({ id, report, speech }: PartProps) {
  const t = useT();
  const chart = reportOutcomeChart(report, speech);
  const title = t("reports.indicators.title");
  return (
    <Section title={title}>
      {report.indicators.length > 0 && (
        <ReportFigure chart={chart} href={`/reports/${id}/charts/outcomes`} />
      )}
      <ReportTableView
        table={{ ...chart, title }}
        rowKey={(row) => row.id}
        hideCaption
        empty={<EmptyState title={t("outcomes.emptyTitle")}>{t("outcomes.emptyText")}</EmptyState>}
      />
    </Section>
  );
}
