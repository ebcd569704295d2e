import { useLanguage, useT } from "~/i18n/context";
import { shownTable } from "~/tables/shown";
import type { ToldTable } from "~/tables/told";
import { Link } from "~/ui/navigation";
import { Card, DescriptionList, EmptyState, Section } from "~/ui/page";
import { ToldTableView } from "~/ui/told-table-view";
import { kindsBehind } from "../rules/figure-rows";
import type { ReportSection } from "../tables/report-sections";
import { figureLinks } from "./figure-links";
import { rowsHref, type RowsOf } from "./rows-href";

/** A section that is neither chart nor cards, as its page shows it. */
export function SectionView({ section, rows }: { section: ReportSection; rows: RowsOf | null }) {
  const t = useT();
  const { key, table, as, isHeaded, empty } = section;
  if (as === "list") return <ListCard table={table} />;
  if (as === "texts") return <Texts table={table} />;
  const isOpen = rows !== null && kindsBehind(key) !== null && table.rows.length > 0;
  return (
    <>
      <ToldTableView
        table={table}
        hideCaption={isHeaded}
        empty={empty && <EmptyState title={empty.title}>{empty.text}</EmptyState>}
        {...(isOpen && keyedSections.includes(key) && figureLinks(rows, section))}
      />
      {isOpen && (
        <p className="no-print">
          <Link to={rowsHref(rows, { section: key })}>
            {t("reports.rows.behind")}
            <span className="visually-hidden"> {table.title}</span>
          </Link>
        </p>
      )}
    </>
  );
}

/** The sections whose rows are known by what they count. */
const keyedSections = [
  ...[
    "money",
    "financing",
    "own-hours",
    "training",
    "cascade",
    "trained",
    "generations",
    "indicators",
  ],
];

type TableProps = { table: ToldTable };

/** A card for each row, without what nobody has stated. */
export function FactCards({ table }: TableProps) {
  const { valueOf } = shownTable(table, useLanguage());
  const { title, rows, corner } = table;
  const columns = table.columns.filter(({ on }) => on !== "file");
  const [name] = corner === undefined ? columns : [];
  const facts = columns.filter((column) => column !== name);
  return rows.map((row) => (
    <Card key={row.key} title={name ? valueOf(name, row) : title}>
      <DescriptionList
        items={facts
          .map((fact) => ({ term: fact.heading, value: valueOf(fact, row) }))
          .filter(({ value }) => value !== "–" && value !== "")}
      />
    </Card>
  ));
}

/** A card with a line for each row: what it is of, and what is said of it. */
function ListCard({ table }: TableProps) {
  const { valueOf } = shownTable(table, useLanguage());
  const { title, columns, rows } = table;
  return (
    <Card title={title}>
      <DescriptionList
        items={rows.map((row) => {
          const [term, value] = columns.map((column) => valueOf(column, row));
          return { key: row.key, term, value };
        })}
      />
    </Card>
  );
}

/** Plain text under headings of its own, an empty line between paragraphs. */
function Texts({ table }: TableProps) {
  const { valueOf } = shownTable(table, useLanguage());
  const { columns, rows } = table;
  return rows
    .filter(({ isBlank }) => !isBlank)
    .map((row) => {
      const [heading, text = ""] = columns.map((column) => valueOf(column, row));
      return (
        <Section key={row.key} title={heading} level={3}>
          {text.split(/\n{2,}/).map((paragraph, place) => (
            <p key={place}>
              {paragraph
                .split("\n")
                .flatMap((line, number) => (number === 0 ? line : [<br key={number} />, line]))}
            </p>
          ))}
        </Section>
      );
    });
}
