import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { money, state, text } from "~/tables/columns";
import type { StateTone, Table } from "~/tables/table";
import { EmptyState, Meter } from "~/ui/page";
import { TableView } from "~/ui/table-view";
import { bookedThroughText } from "../budget/booked-through";
import { monthsInWords } from "./period";
import type { ProjectRow, ProjectState } from "./projects.queries.server";

/** Projects with how much of their money is spent. */
export function ProjectTable({ projects }: { projects: ProjectRow[] }) {
  const t = useT();
  return (
    <TableView
      table={projectTable(projects)}
      hideCaption
      show={["name", "state", "spent", "remaining"]}
      below={{ name: ["code", "unit"], state: ["period"], spent: ["booked-through"] }}
      cells={{ spent: (project) => <Spent project={project} /> }}
      empty={
        <EmptyState title={t("funding.list.emptyTitle")}>{t("funding.list.emptyText")}</EmptyState>
      }
    />
  );
}

function projectTable(rows: ProjectRow[]): Table<ProjectRow> {
  return {
    title: "funding.list.caption",
    columns: [
      text("name", "funding.list.project", ({ name }) => name, {
        link: ({ code }) => `/projects/${code}`,
      }),
      text("code", "funding.project.code", ({ code }) => code),
      text("unit", "funding.project.unit", ({ unit }) => unit),
      state(
        "state",
        "funding.list.period",
        (project, { t }) => t(`funding.state.${project.state}`),
        (project) => tones[project.state],
      ),
      text("period", "funding.list.period", monthsInWords),
      money("budget", "funding.budgetOre", ({ budgetOre }) => budgetOre),
      money("spent", "funding.list.money", ({ spentOre }) => spentOre, {
        fileHeading: "funding.list.spent",
        width: "wide",
      }),
      text("booked-through", "funding.list.bookedThrough", ({ bookedThrough }, speech) =>
        bookedThroughText(bookedThrough, speech),
      ),
      money("remaining", "funding.remainingOre", ({ budgetOre, remainingOre }) =>
        budgetOre === 0 ? null : remainingOre,
      ),
    ],
    rows,
    rowKey: ({ code }) => code,
    amounts: "tkr",
  };
}

const tones: Record<ProjectState, StateTone> = {
  current: "accent",
  coming: "info",
  ended: "neutral",
};

function Spent({ project: { spentOre, budgetOre, remainingOre } }: { project: ProjectRow }) {
  const t = useT();
  const { formatTkr } = useFormat();
  return (
    <Meter
      value={spentOre}
      max={budgetOre}
      label={t("funding.list.spent")}
      valueText={
        budgetOre > 0
          ? t("funding.spentOfBudget", {
              spent: formatTkr(spentOre, { of: budgetOre }),
              budget: formatTkr(budgetOre),
            })
          : t("funding.spentNoBudget", { spent: formatTkr(spentOre) })
      }
      tone={budgetOre > 0 && remainingOre < 0 ? "danger" : undefined}
    />
  );
}
