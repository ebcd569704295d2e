import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import type { Column } from "~/tables/table";
import { Badge, ButtonLink, EmptyState, type BadgeTone } from "~/ui/page";
import { TableView } from "~/ui/table-view";
import type { ProgressBand } from "./indicator-progress";
import type { IndicatorView } from "./indicator-view";
import { outcomeTable, type Outcomes } from "./outcome-chart";

type IndicatorTableProps = Outcomes & { code: string; mayChange: boolean };

/** What the project is measured by: where it stands, where it goes, and where values are typed. */
export function IndicatorTable({ code, mayChange, ...outcomes }: IndicatorTableProps) {
  const t = useT();
  const { formatDate } = useFormat();
  const table = outcomeTable(outcomes);
  return (
    <TableView
      table={{ ...table, columns: [...table.columns, direction] }}
      show={["name", "baseline", "actual", "plan", "target", "band"]}
      below={{ name: ["unit", "direction"] }}
      cells={{
        target: ({ targets }, value) => {
          const last = targets.at(-1);
          return last ? t("outcomes.targetBy", { value, date: formatDate(last.dueOn) }) : value;
        },
        band: ({ band }, name) => <Badge tone={bandTones[band]}>{name}</Badge>,
      }}
      actions={{
        heading: "outcomes.values",
        onPaper: true,
        of: ({ id, name, isComputed }) =>
          isComputed ? (
            <span className="soft">{t("outcomes.computed")}</span>
          ) : (
            <ButtonLink
              to={`/projects/${code}/indicators/${id}/measurements`}
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

const direction: Column<IndicatorView> = {
  key: "direction",
  heading: "outcomes.form.direction",
  kind: "text",
  value: ({ higherIsBetter }, { t }) => (higherIsBetter ? null : t("outcomes.lowerIsBetter")),
};

const bandTones: Record<ProgressBand, BadgeTone> = {
  behind: "warning",
  "on-track": "good",
  ahead: "good",
  "not-due": "neutral",
  "not-measured": "warning",
};
