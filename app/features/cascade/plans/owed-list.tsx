import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable } from "~/ui/data-table";
import { Link } from "~/ui/navigation";
import { Badge, Section } from "~/ui/page";
import type { Owed } from "./owed.queries.server";

type OwedListProps = {
  owed: Owed[];
  /** Of several people: then each row says whose plan it is. */
  ofOthers?: boolean;
};

/** What is left to hand on, in kind words; nothing where nothing is. */
export function OwedList({ owed, ofOthers = false }: OwedListProps) {
  const t = useT();
  const { formatDate } = useFormat();
  if (owed.length === 0) return null;
  return (
    <Section
      id="owed"
      title={t("cascade.owed.title")}
      lead={ofOthers ? t("cascade.owed.leadOthers") : t("cascade.owed.lead")}
    >
      <DataTable
        caption={t("cascade.owed.title")}
        hideCaption
        rows={owed}
        rowKey={(row) => row.trainingRecordId}
        columns={[
          ...(ofOthers
            ? [
                {
                  key: "person",
                  header: t("cascade.owed.person"),
                  cell: ({ person }: Owed) => person.name,
                },
              ]
            : []),
          {
            key: "method",
            header: t("cascade.owed.method"),
            cell: ({ competence }) => (
              <Link to={`/cascade/${competence.code}`}>{competence.name}</Link>
            ),
          },
          {
            key: "left",
            header: t("cascade.owed.left"),
            cell: ({ left, planned }) => t("cascade.owed.leftOf", { count: left, planned }),
          },
          {
            key: "due",
            header: t("cascade.owed.due"),
            cell: ({ dueOn, isLate }) => (
              <>
                {formatDate(dueOn)}{" "}
                {isLate && <Badge tone="warning">{t("cascade.owed.late")}</Badge>}
              </>
            ),
          },
          ...(ofOthers
            ? []
            : [
                {
                  key: "do",
                  header: t("cascade.owed.next"),
                  cell: ({ competence }: Owed) => (
                    <Link to={`/handovers/new?competence=${encodeURIComponent(competence.code)}`}>
                      {t("cascade.owed.handOn")}
                    </Link>
                  ),
                },
              ]),
        ]}
      />
      {owed.some(({ isLate }) => isLate) && !ofOthers && (
        <p className="soft">{t("cascade.owed.plan")}</p>
      )}
    </Section>
  );
}
