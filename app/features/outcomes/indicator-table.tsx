import { useLanguage, useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable, type Column } from "~/ui/data-table";
import { Link } from "~/ui/navigation";
import { Badge, ButtonLink, EmptyState, type BadgeTone } from "~/ui/page";
import type { IndicatorView } from "./indicator-view";
import { bandName, figureFormat, knownUntil, untilText } from "./outcome-chart";
import type { ProgressBand } from "./rules/band";

type IndicatorTableProps = {
  indicators: IndicatorView[];
  code: string;
  mayChange: boolean;
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
      cell: (row) => (
        <div>
          <Actual row={row} code={code} />
          <div className="soft">{untilText(row, { t, language })}</div>
        </div>
      ),
    },
    {
      key: "plan",
      header: t("outcomes.plan"),
      align: "end",
      cell: (row) => (
        <div>
          {figureFormat(row, formats)(row.plan)}
          {row.on !== knownUntil(row) && <div className="soft nowrap">{formatDate(row.on)}</div>}
        </div>
      ),
    },
    {
      key: "target",
      header: t("outcomes.target"),
      align: "end",
      cell: (row) => <LastTarget row={row} />,
    },
    {
      key: "state",
      header: t("outcomes.state"),
      cell: (row) => <Badge tone={bandTones[row.band]}>{bandName(row, { t })}</Badge>,
    },
    {
      key: "values",
      header: t("outcomes.values"),
      cell: (row) =>
        row.isComputed ? (
          <ButtonLink
            to={rowsHref(row, code)}
            size="small"
            aria-label={t("outcomes.toRows", { name: row.name })}
          >
            {t("outcomes.lookAtRows")}
          </ButtonLink>
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

/** A result; what is computed opens to its rows. */
function Actual({ row, code }: { row: IndicatorView; code: string }) {
  const t = useT();
  const formats = useFormat();
  if (row.actual === null) return <>{row.isComputed ? t("outcomes.noGroup") : "–"}</>;
  const actual = figureFormat(row, formats)(row.actual);
  return row.isComputed ? <Link to={rowsHref(row, code)}>{actual}</Link> : <>{actual}</>;
}

function LastTarget({ row }: { row: IndicatorView }) {
  const t = useT();
  const formats = useFormat();
  const last = row.targets.at(-1);
  if (!last) return <>–</>;
  const date = formats.formatDate(last.dueOn);
  return (
    <div>
      {t("outcomes.targetBy", { value: figureFormat(row, formats)(last.value), date })}
      {last.decidedOn && (
        <div className="soft">
          {t("outcomes.decidedOn", { date: formats.formatDate(last.decidedOn) })}
        </div>
      )}
    </div>
  );
}

/** The page that lists what an indicator is computed from. */
function rowsHref({ id }: IndicatorView, code: string): string {
  return `/projects/${code}/indicators/${id}/rows`;
}
