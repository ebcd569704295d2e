import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { Card, DescriptionList, Section } from "~/ui/page";
import {
  appendixTable,
  decisionTable,
  grantTable,
  headTable,
  partnerTable,
  projectTable,
} from "../tables/identity-tables";
import { shownCell } from "../tables/report-columns";
import { ReportTableView, type PartProps } from "./report-table";

/** What is reported, of which project, and the grants with their reference numbers. */
export function ReportAbout({ report, speech }: PartProps) {
  const t = useT();
  const formats = useFormat();
  const grants = grantTable(report, speech);
  return (
    <Section title={t("reports.identity.heading")} lead={report.project.purpose}>
      <div className="grid">
        {[headTable(report, speech), projectTable(report, speech)].map(({ title, rows }) => (
          <FactCard
            key={title}
            title={title}
            facts={rows
              .filter(({ value }) => value !== report.project.purpose)
              .map(({ label, value }) => [label, shownCell(value, { formats })])}
          />
        ))}
        {grants.rows.map((grant, index) => (
          <FactCard
            key={index}
            title={grant.title}
            facts={grants.columns
              .slice(1)
              .map(({ header, value }) => [header, shownCell(value(grant), { formats })])}
          />
        ))}
      </div>
    </Section>
  );
}

/** The papers behind the report: who decided what, who takes part, and what is appended. */
export function ReportPapers({ report, speech }: PartProps) {
  const t = useT();
  const { decisions, appendices, project } = report;
  if (decisions.length + appendices.length + project.partners.length === 0) return null;
  return (
    <Section title={t("reports.identity.papers")}>
      {decisions.length > 0 && (
        <ReportTableView
          table={decisionTable(report, speech)}
          rowKey={(_row, index) => String(index)}
        />
      )}
      {project.partners.length > 0 && (
        <ReportTableView table={partnerTable(report, speech)} rowKey={(row) => row.name} />
      )}
      {appendices.length > 0 && (
        <ReportTableView
          table={appendixTable(report, speech)}
          rowKey={(_row, index) => String(index)}
        />
      )}
    </Section>
  );
}

/** Facts of one thing, without those that nobody has stated. */
function FactCard({ title, facts }: { title: string; facts: [string, string][] }) {
  return (
    <Card title={title}>
      <DescriptionList
        items={facts
          .filter(([, value]) => value !== "–" && value !== "")
          .map(([term, value]) => ({ term, value }))}
      />
    </Card>
  );
}
