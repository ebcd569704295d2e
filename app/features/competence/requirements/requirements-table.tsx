import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable, type Column } from "~/ui/data-table";
import { ButtonLink, ConfirmButton, EmptyState, LevelMark } from "~/ui/page";
import type { RequirementRow, RequirementsView } from "./requirements.queries.server";

/** What the unit itself requires, with what can be done with each. */
export function OwnRequirements({ view: { unit, own } }: { view: RequirementsView }) {
  const t = useT();
  const columns = useColumns();
  return (
    <DataTable
      caption={t("competence.requirements.own", { unit: unit.name })}
      hideCaption
      rows={own}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t("competence.requirements.empty")}>
          {t("competence.requirements.emptyText")}
        </EmptyState>
      }
      columns={[
        ...columns,
        {
          key: "actions",
          header: t("competence.requirements.change"),
          screenOnly: true,
          cell: ({ id, competence, submissionId }) => (
            <div className="actions">
              <ButtonLink to={`/units/${unit.id}/requirements/${id}/edit`} size="small">
                {t("competence.requirements.change")}
                <span className="visually-hidden"> {competence.name}</span>
              </ButtonLink>
              <ConfirmButton
                label={t("competence.requirements.remove")}
                question={t("competence.requirements.removeQuestion", {
                  name: competence.name,
                  unit: unit.name,
                })}
                consequence={t("competence.requirements.removeConsequence")}
                confirmLabel={t("competence.requirements.removeConfirm")}
                action={`/units/${unit.id}/requirements/${id}/remove`}
                fields={{ submissionId }}
                size="small"
              />
            </div>
          ),
        },
      ]}
    />
  );
}

/** What the units above require: shown, and changed there. */
export function RequirementsAbove({ rows }: { rows: RequirementRow[] }) {
  const t = useT();
  const columns = useColumns();
  return (
    <DataTable
      caption={t("competence.requirements.above")}
      hideCaption
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        ...columns,
        { key: "unit", header: t("competence.requirements.unit"), cell: ({ unit }) => unit.name },
      ]}
    />
  );
}

function useColumns(): Column<RequirementRow>[] {
  const t = useT();
  const { formatDate } = useFormat();
  return [
    {
      key: "competence",
      header: t("competence.requirements.competence"),
      cell: ({ competence }) => competence.name,
    },
    {
      key: "level",
      header: t("competence.requirements.level"),
      cell: ({ level }) => <LevelMark level={level} />,
    },
    {
      key: "minHolders",
      header: t("competence.requirements.minHolders"),
      align: "end",
      cell: ({ minHolders }) => minHolders,
    },
    {
      key: "minCarriers",
      header: t("competence.requirements.minCarriers"),
      align: "end",
      cell: ({ minCarriers }) => minCarriers,
    },
    {
      key: "dueOn",
      header: t("competence.requirements.dueOn"),
      cell: ({ dueOn }) =>
        dueOn ? <span className="nowrap">{formatDate(dueOn, "short")}</span> : "–",
    },
  ];
}
