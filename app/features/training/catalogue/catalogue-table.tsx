import { useT } from "~/i18n/context";
import { hours, level, text } from "~/tables/columns";
import type { Table } from "~/tables/table";
import { ButtonLink, EmptyState } from "~/ui/page";
import { TableView } from "~/ui/table-view";
import type { CatalogueRow } from "./catalogue.queries.server";

/** The courses of the catalogue, with what each usually gives. */
export function CatalogueTable({ rows }: { rows: CatalogueRow[] }) {
  const t = useT();
  return (
    <TableView
      table={catalogueTable(rows)}
      hideCaption
      below={{ title: ["provider"] }}
      cells={{
        level: ({ givesLevel }, shown) =>
          givesLevel === null
            ? shown
            : t("competence.levelWords", {
                level: givesLevel,
                name: t(`ui.level.l${givesLevel}`),
              }),
      }}
      actions={{
        heading: "training.catalogue.change",
        of: ({ id, title }) => (
          <ButtonLink to={`/courses/${id}/edit`} size="small">
            {t("training.catalogue.change")}
            <span className="visually-hidden"> {title}</span>
          </ButtonLink>
        ),
      }}
      empty={
        <EmptyState
          title={t("training.catalogue.empty")}
          action={<ButtonLink to="/courses/new">{t("training.catalogue.new")}</ButtonLink>}
        >
          {t("training.catalogue.emptyText")}
        </EmptyState>
      }
    />
  );
}

function catalogueTable(rows: CatalogueRow[]): Table<CatalogueRow> {
  return {
    title: "training.catalogue.caption",
    columns: [
      text("title", "training.catalogue.name", ({ title }) => title),
      text("provider", "training.catalogue.provider", ({ provider }) => provider),
      text("competence", "training.catalogue.competence", ({ competenceName }) => competenceName),
      hours("hours", "training.catalogue.hours", ({ minutes }) => minutes),
      level("level", "training.catalogue.givesLevel", ({ givesLevel }) => givesLevel),
    ],
    rows,
    rowKey: ({ id }) => id,
  };
}
