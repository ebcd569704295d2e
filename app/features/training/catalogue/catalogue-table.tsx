import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable } from "~/ui/data-table";
import { ButtonLink, EmptyState } from "~/ui/page";
import type { CatalogueRow } from "./catalogue.queries.server";

/** The courses of the catalogue, with what each usually gives. */
export function CatalogueTable({ rows }: { rows: CatalogueRow[] }) {
  const t = useT();
  const { formatHours } = useFormat();
  return (
    <DataTable
      caption={t("training.catalogue.caption")}
      hideCaption
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState
          title={t("training.catalogue.empty")}
          action={<ButtonLink to="/courses/new">{t("training.catalogue.new")}</ButtonLink>}
        >
          {t("training.catalogue.emptyText")}
        </EmptyState>
      }
      columns={[
        {
          key: "title",
          header: t("training.catalogue.name"),
          cell: ({ title, provider }) => (
            <>
              {title}
              {provider && <div className="soft">{provider}</div>}
            </>
          ),
        },
        {
          key: "competence",
          header: t("training.catalogue.competence"),
          cell: ({ competenceName }) => competenceName ?? "–",
        },
        {
          key: "hours",
          header: t("training.catalogue.hours"),
          align: "end",
          cell: ({ minutes }) => (minutes === null ? "–" : formatHours(minutes)),
        },
        {
          key: "level",
          header: t("training.catalogue.givesLevel"),
          cell: ({ givesLevel }) =>
            givesLevel === null
              ? "–"
              : t("competence.levelWords", {
                  level: givesLevel,
                  name: t(`ui.level.l${givesLevel}`),
                }),
        },
        {
          key: "change",
          header: t("training.catalogue.change"),
          screenOnly: true,
          cell: ({ id, title }) => (
            <ButtonLink to={`/courses/${id}/edit`} size="small">
              {t("training.catalogue.change")}
              <span className="visually-hidden"> {title}</span>
            </ButtonLink>
          ),
        },
      ]}
    />
  );
}
