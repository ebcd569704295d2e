import { ownHoursWorth } from "~/features/funding/own-hours/own-hours-worth";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { EmptyState, Section } from "~/ui/page";
import {
  cascadeTable,
  generationTable,
  ownHoursTable,
  trainingTable,
} from "../tables/people-tables";
import { ReportTableView, type PartProps } from "./report-table";

/** What people put in and what they learned: own hours, training, and how it was handed on. */
export function ReportPeople({ report, speech }: PartProps) {
  const t = useT();
  const generations = generationTable(report, speech);
  return (
    <>
      <ReportOwnHours report={report} speech={speech} />
      <Section title={t("reports.training.title")} lead={t("reports.training.lead")}>
        <ReportTableView
          table={trainingTable(report, speech)}
          rowKey={(row) => row.label}
          hideCaption
        />
      </Section>
      <Section title={t("reports.cascade.title")} lead={t("reports.cascade.lead")}>
        <ReportTableView
          table={cascadeTable(report, speech)}
          rowKey={(row) => row.code}
          hideCaption
          empty={
            <EmptyState title={t("reports.cascade.emptyTitle")}>
              {t("reports.cascade.emptyText")}
            </EmptyState>
          }
        />
        {generations.rows.length > 0 && (
          <ReportTableView
            table={generations}
            rowKey={(row) => `${row.method} ${row.generation}`}
          />
        )}
      </Section>
    </>
  );
}

function ReportOwnHours({ report, speech }: Omit<PartProps, "id">) {
  const t = useT();
  const { formatHours } = useFormat();
  const { ownHours, money } = report;
  const table = ownHoursTable(report, speech);
  const isConfirmed = ownHours.notConfirmed.minutes === 0;
  return (
    <Section
      title={t("reports.hours.finding", { hours: formatHours(ownHours.accumulatedMinutes) })}
      lead={t("reports.hours.lead", {
        worth: ownHoursWorth({ ownHours, totals: money.totals }, speech),
      })}
    >
      <ReportTableView
        table={{ ...table, rows: isConfirmed ? table.rows.slice(0, -1) : table.rows }}
        rowKey={(row) => row.name}
        hideCaption
      />
    </Section>
  );
}
