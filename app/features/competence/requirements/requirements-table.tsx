import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable, type Column } from "~/ui/data-table";
import { RadioGroup } from "~/ui/form";
import { Badge, ButtonLink, ConfirmButton, EmptyState, LevelMark } from "~/ui/page";
import { removals, type Required } from "../rules/requirement-stretch";
import { RequirementDays } from "./requirement-days";
import type { OwnRequirement, RequirementsView } from "./requirements.queries.server";

/** What the unit itself requires, with what can be done with each. */
export function OwnRequirements({ view: { unit, own } }: { view: RequirementsView }) {
  const t = useT();
  const columns = useColumns();
  const days = useDaysColumn();
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
        days,
        {
          key: "actions",
          header: t("competence.requirements.change"),
          screenOnly: true,
          cell: (row) => (
            <div className="actions">
              <ButtonLink to={`/units/${unit.id}/requirements/${row.id}/edit`} size="small">
                {t("competence.requirements.change")}
                <span className="visually-hidden"> {row.competence.name}</span>
              </ButtonLink>
              <RemoveButton unit={unit} row={row} />
            </div>
          ),
        },
      ]}
    />
  );
}

function RemoveButton({ unit, row }: { unit: { id: string; name: string }; row: OwnRequirement }) {
  const t = useT();
  const { id, competence, when, hasFormer, submissionId } = row;
  const goesOn = hasFormer ? ` ${t("competence.requirements.formerGoesOn")}` : "";
  const consequence = t(
    `competence.requirements.${when === "before" ? "removeEarlier" : "removeConsequence"}`,
  );
  return (
    <ConfirmButton
      label={t("competence.requirements.remove")}
      question={t("competence.requirements.removeQuestion", {
        name: competence.name,
        unit: unit.name,
      })}
      consequence={`${consequence}${when === "now" ? "" : goesOn}`}
      confirmLabel={t("competence.requirements.removeConfirm")}
      action={`/units/${unit.id}/requirements/${id}/remove`}
      fields={{ submissionId, ...(when === "before" && { how: "mistake" }) }}
      size="small"
    >
      {when === "now" && (
        <RadioGroup
          name="how"
          label={t("competence.requirements.removeHow")}
          options={removals.map((how) => ({
            value: how,
            label: t(`competence.requirements.removed.${how}`),
            hint: `${t(`competence.requirements.removedHint.${how}`)}${how === "mistake" ? goesOn : ""}`,
          }))}
          defaultValue="ended"
          required
          state={{ values: {}, errors: {}, formId: `remove-${id}` }}
        />
      )}
    </ConfirmButton>
  );
}

/** What the unit itself has required before, and when; it may have been a mistake. */
export function EarlierRequirements({ view: { unit, earlier } }: { view: RequirementsView }) {
  const t = useT();
  const columns = useColumns();
  const days = useDaysColumn();
  return (
    <DataTable
      caption={t("competence.requirements.earlier")}
      hideCaption
      rows={earlier}
      rowKey={({ id }) => id}
      columns={[
        ...columns,
        days,
        {
          key: "actions",
          header: t("competence.requirements.change"),
          screenOnly: true,
          cell: (row) => <RemoveButton unit={unit} row={row} />,
        },
      ]}
    />
  );
}

/** What the units above require: shown, and changed there. */
export function RequirementsAbove({ rows }: { rows: RequirementsView["above"] }) {
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

/** From when until when a requirement holds. */
function useDaysColumn(): Column<OwnRequirement> {
  const t = useT();
  return {
    key: "days",
    header: t("competence.requirements.days"),
    cell: ({ when, ...days }) => (
      <>
        <RequirementDays days={days} />{" "}
        {when === "later" && <Badge>{t("competence.requirements.coming")}</Badge>}
      </>
    ),
  };
}

function useColumns<Row extends Required & { competence: { name: string } }>(): Column<Row>[] {
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
