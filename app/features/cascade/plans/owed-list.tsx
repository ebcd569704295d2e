import { useT } from "~/i18n/context";
import { day, state, text } from "~/tables/columns";
import type { Table } from "~/tables/table";
import { Link } from "~/ui/navigation";
import { Section } from "~/ui/page";
import { TableView } from "~/ui/table-view";
import type { Owed } from "./owed.queries.server";

type OwedListProps = {
  owed: Owed[];
  /** Of several people: then each row says whose plan it is. */
  ofOthers?: boolean;
};

/** What is left to hand on, in kind words; nothing where nothing is. */
export function OwedList({ owed, ofOthers = false }: OwedListProps) {
  const t = useT();
  const handOn = ({ competence }: Owed) => (
    <Link to={`/handovers/new?competence=${encodeURIComponent(competence.code)}`}>
      {t("cascade.owed.handOn")}
    </Link>
  );
  if (owed.length === 0) return null;
  return (
    <Section
      id="owed"
      title={t("cascade.owed.title")}
      lead={ofOthers ? t("cascade.owed.leadOthers") : t("cascade.owed.lead")}
    >
      <TableView
        table={owedTable(owed)}
        hideCaption
        show={[...(ofOthers ? ["person"] : []), "method", "left", "due"]}
        beside={{ due: ["late"] }}
        actions={ofOthers ? undefined : { heading: "cascade.owed.next", of: handOn, onPaper: true }}
      />
      {owed.some(({ isLate }) => isLate) && !ofOthers && (
        <p className="soft">{t("cascade.owed.plan")}</p>
      )}
    </Section>
  );
}

function owedTable(rows: Owed[]): Table<Owed> {
  return {
    title: "cascade.owed.title",
    columns: [
      text("person", "cascade.owed.person", ({ person }) => person.name),
      text("method", "cascade.owed.method", ({ competence }) => competence.name, {
        link: ({ competence }) => `/cascade/${competence.code}`,
      }),
      text("left", "cascade.owed.left", ({ left, planned }, { t }) =>
        t("cascade.owed.leftOf", { count: left, planned }),
      ),
      day("due", "cascade.owed.due", ({ dueOn }) => dueOn),
      state(
        "late",
        "cascade.owed.late",
        ({ isLate }, { t }) => (isLate ? t("cascade.owed.late") : null),
        () => "warning",
      ),
    ],
    rows,
    rowKey: ({ trainingRecordId }) => trainingRecordId,
  };
}
