import { useT } from "~/i18n/context";
import { DataTable } from "~/ui/data-table";
import { Link } from "~/ui/navigation";
import { ButtonLink } from "~/ui/page";
import type { UnitListRow } from "./unit-list.queries.server";

/** The units in the order of their tree, each set in below the one it belongs to. */
export function UnitTree({ units }: { units: UnitListRow[] }) {
  const t = useT();
  return (
    <DataTable
      caption={t("organisation.units.caption")}
      hideCaption
      rows={units}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          header: t("organisation.units.name"),
          cell: ({ id, name, depth }) => (
            // One element, so that indent and name stay together where the table folds to cards.
            <span>
              <span aria-hidden="true">{"\u2003".repeat(Math.min(depth, 6))}</span>
              <Link to={`/units/${id}`}>{name}</Link>
            </span>
          ),
        },
        {
          key: "people",
          header: t("organisation.units.people"),
          align: "end",
          cell: ({ people }) => people,
        },
        {
          key: "requirements",
          header: t("organisation.units.requirements"),
          align: "end",
          cell: ({ id, requirements }) => (
            <Link to={`/units/${id}/requirements`}>{requirements}</Link>
          ),
        },
        {
          key: "actions",
          header: t("organisation.units.actions"),
          screenOnly: true,
          cell: ({ id, name }) => (
            <div className="actions">
              <ButtonLink to={`/units/new?under=${id}`} size="small">
                {t("organisation.units.addBelow")}
                <span className="visually-hidden"> {name}</span>
              </ButtonLink>
              <ButtonLink to={`/units/${id}/edit`} size="small">
                {t("organisation.units.rename")}
                <span className="visually-hidden"> {name}</span>
              </ButtonLink>
            </div>
          ),
        },
      ]}
    />
  );
}
