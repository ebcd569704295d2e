import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable, type Column } from "~/ui/data-table";
import { Link } from "~/ui/navigation";
import { Badge, EmptyState, Meter, type BadgeTone } from "~/ui/page";
import { BookedThrough } from "../budget/booked-through";
import { useMonths } from "./period";
import type { ProjectRow, ProjectState } from "./projects.queries.server";

/** Projects with how much of their money is spent. */
export function ProjectTable({ projects }: { projects: ProjectRow[] }) {
  const t = useT();
  const columns = useColumns();
  return (
    <DataTable
      caption={t("funding.list.caption")}
      hideCaption
      columns={columns}
      rows={projects}
      rowKey={(row) => row.code}
      empty={
        <EmptyState title={t("funding.list.emptyTitle")}>{t("funding.list.emptyText")}</EmptyState>
      }
    />
  );
}

const stateTones: Record<ProjectState, BadgeTone> = {
  current: "accent",
  coming: "info",
  ended: "neutral",
};

function useColumns(): Column<ProjectRow>[] {
  const t = useT();
  const { formatTkr } = useFormat();
  const months = useMonths();
  return [
    {
      key: "name",
      header: t("funding.list.project"),
      cell: (row) => (
        <div>
          <Link to={`/projects/${row.code}`}>{row.name}</Link>
          <div className="soft">
            {row.code}, {row.unit}
          </div>
        </div>
      ),
    },
    {
      key: "period",
      header: t("funding.list.period"),
      cell: (row) => (
        <div>
          <Badge tone={stateTones[row.state]}>{t(`funding.state.${row.state}`)}</Badge>
          <div className="soft">{months(row)}</div>
        </div>
      ),
    },
    {
      key: "money",
      header: t("funding.list.money"),
      width: "wide",
      cell: (row) => (
        <div>
          <Meter
            value={row.spentOre}
            max={row.budgetOre}
            label={t("funding.list.spent")}
            valueText={
              row.budgetOre > 0
                ? t("funding.spentOfBudget", {
                    spent: formatTkr(row.spentOre),
                    budget: formatTkr(row.budgetOre),
                  })
                : t("funding.spentNoBudget", { spent: formatTkr(row.spentOre) })
            }
            tone={row.remainingOre < 0 ? "danger" : undefined}
          />
          <BookedThrough bookedThrough={row.bookedThrough} />
        </div>
      ),
    },
    {
      key: "remaining",
      header: t("funding.remainingOre"),
      align: "end",
      cell: (row) => formatTkr(row.remainingOre),
    },
  ];
}
