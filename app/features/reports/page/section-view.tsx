import { useSpeech } from "~/i18n/context";
import { shownTable } from "~/tables/shown";
import { inWords, type Table } from "~/tables/table";
import { Card, DescriptionList, EmptyState, Section } from "~/ui/page";
import { TableView } from "~/ui/table-view";
import type { ReportSection } from "../tables/report-sections";

/** A section that is neither chart nor cards, as its page shows it. */
export function SectionView({ section }: { section: ReportSection }) {
  const speech = useSpeech();
  const { table, as, isHeaded, empty } = section;
  if (as === "list") return <ListCard table={table} />;
  if (as === "texts") return <Texts table={table} />;
  return (
    <TableView
      table={table}
      hideCaption={isHeaded}
      empty={
        empty && (
          <EmptyState title={inWords(empty.title, speech)}>
            {inWords(empty.text, speech)}
          </EmptyState>
        )
      }
    />
  );
}

type TableProps = { table: Table<unknown> };

/** A card for each row, without what nobody has stated. */
export function FactCards({ table }: TableProps) {
  const speech = useSpeech();
  const { title, rows, rowKey, onSide } = table;
  const { valueOf } = shownTable(table, speech);
  const columns = table.columns.filter(({ on }) => on !== "file");
  const [name] = onSide ? [] : columns;
  const facts = columns.filter((column) => column !== name);
  return rows.map((row, index) => (
    <Card key={rowKey(row, index)} title={name ? valueOf(name, row) : inWords(title, speech)}>
      <DescriptionList
        items={facts
          .map((fact) => ({
            term: inWords(fact.heading, speech),
            value: valueOf(fact, row),
          }))
          .filter(({ value }) => value !== "–" && value !== "")}
      />
    </Card>
  ));
}

/** A card with a line for each row: what it is of, and what is said of it. */
function ListCard({ table }: TableProps) {
  const speech = useSpeech();
  const { title, columns, rows, rowKey } = table;
  const { valueOf } = shownTable(table, speech);
  const told = (row: unknown) => columns.map((column) => valueOf(column, row));
  return (
    <Card title={inWords(title, speech)}>
      <DescriptionList
        items={rows.map((row, index) => {
          const [term, value] = told(row);
          return { key: rowKey(row, index), term, value };
        })}
      />
    </Card>
  );
}

/** Plain text under headings of its own, an empty line between paragraphs. */
function Texts({ table }: TableProps) {
  const speech = useSpeech();
  const { columns, rows, rowKey, isBlank } = table;
  const { valueOf } = shownTable(table, speech);
  return rows
    .filter((row) => !isBlank?.(row))
    .map((row, index) => {
      const [heading, text = ""] = columns.map((column) => valueOf(column, row));
      return (
        <Section key={rowKey(row, index)} title={heading} level={3}>
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
