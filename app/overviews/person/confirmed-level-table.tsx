import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable } from "~/ui/data-table";
import { Link } from "~/ui/navigation";
import { EmptyState, LevelMark } from "~/ui/page";
import type { PersonPage } from "./person-page.queries.server";

/** One person's confirmed levels and what they are cleared to teach. */
export function ConfirmedLevelTable({ levels }: Pick<PersonPage, "levels">) {
  const t = useT();
  const { formatDate } = useFormat();
  return (
    <DataTable
      caption={t("organisation.person.levels")}
      hideCaption
      rows={levels}
      rowKey={({ competence }) => competence.code}
      empty={<EmptyState title={t("organisation.person.noLevels")} />}
      columns={[
        {
          key: "competence",
          header: t("organisation.unit.competence"),
          cell: ({ competence }) => (
            <Link to={`/cascade/${competence.code}`}>{competence.name}</Link>
          ),
        },
        {
          key: "level",
          header: t("organisation.unit.level"),
          cell: ({ level, basis }) => (
            <>
              <LevelMark level={level} basis={basis} /> {t(`ui.level.l${level}`)}
            </>
          ),
        },
        {
          key: "cleared",
          header: t("organisation.unit.carriers"),
          cell: ({ carrierSince }) => (carrierSince ? formatDate(carrierSince, "short") : "–"),
        },
      ]}
    />
  );
}
