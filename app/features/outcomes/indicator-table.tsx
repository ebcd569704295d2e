import { useLanguage, useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable, type Column } from "~/ui/data-table";
import { Badge, ButtonLink, EmptyState, type BadgeTone } from "~/ui/page";
import type { ProgressBand } from "./indicator-progress";
import type { IndicatorView } from "./indicator-view";
import { bandName, figureFormat, planHead } from "./outcome-chart";

type IndicatorTableProps = {
  indicators: IndicatorView[];
  code: string;
  mayChange: boolean;
  /** The day of the figures. */
  asOf: string;
  /** The project is over, and the day its last. */
  hasEnded: boolean;
};

/** What the project is measured by: where it stands, where it goes, and where values are typed. */
export function IndicatorTable({ indicators, ...given }: IndicatorTableProps) {
  const t = useT();
  const columns = useColumns(given);
  return (
    <DataTable
      caption={t("outcomes.caption")}
      columns={columns}
      rows={indicators}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t("outcomes.emptyTitle")}>{t("outcomes.emptyText")}</EmptyState>}
    />
  );
}

const bandTones: Record<ProgressBand, BadgeTone> = {
  behind: "warning",
  "on-track": "good",
  ahead: "good",
  "not-due": "neutral",
  "not-measured": "warning",
};

function useColumns({
  code,
  mayChange,
  ...day
}: Omit<IndicatorTableProps, "indicators">): Column<IndicatorView>[] {
  const [t, language, formats] = [useT(), useLanguage(), useFormat()];
  const { formatDate } = formats;
  return [
    {
      key: "name",
      header: t("outcomes.indicator"),
      cell: (row) => (
        <div>
          {row.name}
          <div className="soft">
            {row.unit}
            {!row.higherIsBetter && `, ${t("outcomes.lowerIsBetter")}`}
          </div>
        </div>
      ),
    },
    {
      key: "baseline",
      header: t("outcomes.baseline"),
      align: "end",
      cell: (row) => figureFormat(row, formats)(row.baseline),
    },
    {
      key: "actual",
      header: t("outcomes.actual"),
      align: "end",
      cell: (row) => (row.actual === null ? "–" : figureFormat(row, formats)(row.actual)),
    },
    {
      key: "plan",
      header: planHead(day, { t, language }),
      align: "end",
      cell: (row) => figureFormat(row, formats)(row.plan),
    },
    {
      key: "target",
      header: t("outcomes.target"),
      align: "end",
      cell: (row) => {
        const last = row.targets.at(-1);
        if (!last) return "–";
        const value = figureFormat(row, formats)(last.value);
        return t("outcomes.targetBy", { value, date: formatDate(last.dueOn) });
      },
    },
    {
      key: "state",
      header: t("outcomes.state"),
      cell: (row) => <Badge tone={bandTones[row.band]}>{bandName(row.band, { t })}</Badge>,
    },
    {
      key: "values",
      header: t("outcomes.values"),
      cell: (row) =>
        row.isComputed ? (
          <span className="soft">{t("outcomes.computed")}</span>
        ) : (
          <ButtonLink
            to={`/projects/${code}/indicators/${row.id}/measurements`}
            size="small"
            aria-label={t("outcomes.toMeasurements", { name: row.name })}
          >
            {t(mayChange ? "outcomes.record" : "outcomes.look")}
          </ButtonLink>
        ),
    },
  ];
}
