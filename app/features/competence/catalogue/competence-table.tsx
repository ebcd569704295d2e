import { useT } from "~/i18n/context";
import { DataTable } from "~/ui/data-table";
import { Link } from "~/ui/navigation";
import { ButtonLink, EmptyState } from "~/ui/page";
import type { CompetenceRow } from "./competence-list.queries.server";

/** The competences, with how they are described and where they are required. */
export function CompetenceTable({ rows }: { rows: CompetenceRow[] }) {
  const t = useT();
  return (
    <DataTable
      caption={t("competence.list.caption")}
      hideCaption
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState
          title={t("competence.list.empty")}
          action={<ButtonLink to="/competences/new">{t("competence.list.new")}</ButtonLink>}
        >
          {t("competence.list.emptyText")}
        </EmptyState>
      }
      columns={[
        {
          key: "name",
          header: t("competence.list.name"),
          cell: ({ code, name }) => (
            <>
              <Link to={`/cascade/${code}`}>{name}</Link>
              <div className="soft">{code}</div>
            </>
          ),
        },
        {
          key: "elements",
          header: t("competence.list.elements"),
          align: "end",
          cell: ({ elementCount }) => elementCount,
        },
        {
          key: "requiredIn",
          header: t("competence.list.requiredIn"),
          cell: (row) => <RequiredIn row={row} />,
        },
        {
          key: "change",
          header: t("competence.list.change"),
          screenOnly: true,
          cell: ({ id, name }) => (
            <ButtonLink to={`/competences/${id}/edit`} size="small">
              {t("competence.list.change")}
              <span className="visually-hidden"> {name}</span>
            </ButtonLink>
          ),
        },
      ]}
    />
  );
}

function RequiredIn({ row: { requiredIn, moreUnits } }: { row: CompetenceRow }) {
  const t = useT();
  if (requiredIn.length === 0) return <>{t("competence.list.nowhere")}</>;
  return (
    <ul className="plain-list">
      {requiredIn.map(({ unitId, unitName, level }) => (
        <li key={unitId}>{t("competence.list.required", { unit: unitName, level })}</li>
      ))}
      {moreUnits > 0 && <li>{t("competence.list.more", { count: moreUnits })}</li>}
    </ul>
  );
}
