import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable, type Column } from "~/ui/data-table";
import { ConfirmButton, EmptyState } from "~/ui/page";
import type { RequiredGroup } from "./required-groups.queries.server";

type RequiredGroupTableProps = {
  groups: RequiredGroup[];
  /** Where groups can be frozen; without it the table only tells. */
  freezing?: { code: string; submissionIds: Record<string, string> };
};

/** Who should have each method, frozen or still following the unit. */
export function RequiredGroupTable({ groups, freezing }: RequiredGroupTableProps) {
  const t = useT();
  const { formatDate } = useFormat();
  const freezeColumn: Column<RequiredGroup> = {
    key: "freeze",
    header: t("cascade.freeze.action"),
    screenOnly: true,
    cell: (group) =>
      !freezing || group.frozen || group.people === 0 ? (
        "–"
      ) : (
        <FreezeButton
          group={group}
          code={freezing.code}
          submissionId={freezing.submissionIds[group.competenceId] ?? ""}
        />
      ),
  };
  return (
    <DataTable
      caption={t("cascade.freeze.caption")}
      hideCaption
      rows={groups}
      rowKey={({ competenceId }) => competenceId}
      empty={
        <EmptyState title={t("cascade.freeze.emptyTitle")}>
          {t("cascade.freeze.emptyText")}
        </EmptyState>
      }
      columns={[
        {
          key: "competence",
          header: t("cascade.freeze.competence"),
          cell: ({ competence }) => competence,
        },
        {
          key: "group",
          header: t("cascade.freeze.group"),
          cell: ({ frozen, people }) =>
            frozen
              ? t("cascade.freeze.frozen", {
                  count: frozen.people,
                  date: formatDate(frozen.on),
                })
              : t("cascade.freeze.open", { count: people }),
        },
        ...(freezing ? [freezeColumn] : []),
      ]}
    />
  );
}

type FreezeButtonProps = { group: RequiredGroup; code: string; submissionId: string };

function FreezeButton({ group, code, submissionId }: FreezeButtonProps) {
  const t = useT();
  const { competence, competenceId, people } = group;
  return (
    <ConfirmButton
      size="small"
      label={t("cascade.freeze.freeze")}
      question={t("cascade.freeze.question", { competence, count: people })}
      consequence={t("cascade.freeze.consequence")}
      confirmLabel={t("cascade.freeze.confirm")}
      action={`/projects/${code}/groups/freeze`}
      fields={{ submissionId, competenceId }}
    />
  );
}
