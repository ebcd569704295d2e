import { useT } from "~/i18n/context";
import { formatDate, useFormat } from "~/i18n/format";
import { text } from "~/tables/columns";
import type { Column } from "~/tables/table";
import { Link } from "~/ui/navigation";
import { Badge, ButtonLink, EmptyState, type BadgeTone } from "~/ui/page";
import { TableView } from "~/ui/table-view";
import type { IndicatorView } from "./indicator-view";
import { knownUntil, outcomeTable, untilText } from "./outcome-chart";
import type { ProgressBand } from "./rules/band";

type IndicatorTableProps = {
  indicators: IndicatorView[];
  code: string;
  mayChange: boolean;
};

/** What the project is measured by: where it stands, where it goes, and where values are typed. */
export function IndicatorTable({ indicators, code, mayChange }: IndicatorTableProps) {
  const t = useT();
  const formats = useFormat();
  const table = outcomeTable(indicators);
  return (
    <TableView
      table={{ ...table, columns: [...table.columns, ...additions] }}
      show={["name", "baseline", "actual", "plan", "target", "band"]}
      below={{
        name: ["unit", "direction"],
        actual: ["until"],
        plan: ["plan-day"],
        target: ["decided"],
      }}
      cells={{
        actual: (row, value) => {
          if (row.actual !== null) return <Link to={resultHref(code, row)}>{value}</Link>;
          return row.isComputed ? t("outcomes.noGroup") : value;
        },
        target: ({ targets }, value) => {
          const last = targets.at(-1);
          const date = last && formats.formatDate(last.dueOn);
          return date === undefined ? value : t("outcomes.targetBy", { value, date });
        },
        band: ({ band }, name) => <Badge tone={bandTones[band]}>{name}</Badge>,
      }}
      actions={{
        heading: "outcomes.values",
        onPaper: true,
        of: ({ id, name, isComputed }) =>
          isComputed ? (
            <ButtonLink
              to={resultHref(code, { id, isComputed })}
              size="small"
              aria-label={t("outcomes.toRows", { name })}
            >
              {t("outcomes.lookAtRows")}
            </ButtonLink>
          ) : (
            <ButtonLink
              to={resultHref(code, { id, isComputed })}
              size="small"
              aria-label={t("outcomes.toMeasurements", { name })}
            >
              {t(mayChange ? "outcomes.record" : "outcomes.look")}
            </ButtonLink>
          ),
      }}
      empty={<EmptyState title={t("outcomes.emptyTitle")}>{t("outcomes.emptyText")}</EmptyState>}
    />
  );
}

/** The page that lists what an indicator's result is made of: what it counts, or its measurements. */
export function resultHref(
  code: string,
  { id, isComputed }: Pick<IndicatorView, "id" | "isComputed">,
): string {
  return `/projects/${code}/indicators/${id}/${isComputed ? "rows" : "measurements"}`;
}

/** What the page says below the figures. */
const additions: Column<IndicatorView>[] = [
  text("direction", "outcomes.form.direction", ({ higherIsBetter }, { t }) =>
    higherIsBetter ? null : t("outcomes.lowerIsBetter"),
  ),
  text("until", "outcomes.lastMeasured", untilText),
  text("plan-day", "outcomes.planOn", (row, { language }) =>
    row.on === knownUntil(row) ? null : formatDate(row.on, language).replaceAll(" ", "\u00a0"),
  ),
  text("decided", "outcomes.target", ({ targets }, { t, language }) => {
    const decidedOn = targets.at(-1)?.decidedOn ?? null;
    return decidedOn && t("outcomes.decidedOn", { date: formatDate(decidedOn, language) });
  }),
];

const bandTones: Record<ProgressBand, BadgeTone> = {
  behind: "warning",
  "on-track": "good",
  ahead: "good",
  "not-due": "neutral",
  "not-measured": "warning",
};
