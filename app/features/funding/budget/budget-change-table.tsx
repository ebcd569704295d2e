import { useT } from "~/i18n/context";
import { day, money, state, text } from "~/tables/columns";
import type { Table } from "~/tables/table";
import { Section } from "~/ui/page";
import { TableView } from "~/ui/table-view";
import type { LineChange } from "./budget-versions.queries.server";

/** When which line's budget was changed, and from what to what; nothing where none was. */
export function BudgetChangeTable({ changes }: { changes: LineChange[] }) {
  const t = useT();
  if (changes.length === 0) return null;
  return (
    <Section level={3} title={t("funding.budget.changes")}>
      <TableView table={changeTable(changes)} hideCaption beside={{ day: ["correction"] }} />
    </Section>
  );
}

function changeTable(rows: LineChange[]): Table<LineChange> {
  return {
    title: "funding.budget.changes",
    columns: [
      day("day", "funding.budget.changedOn", ({ on }) => on),
      state(
        "correction",
        "funding.budget.correction",
        ({ isCorrection }, { t }) => (isCorrection ? t("funding.budget.correction") : null),
        () => "neutral",
      ),
      text("line", "funding.line", ({ title }) => title, { isRowHeader: true }),
      money("before", "funding.budget.before", ({ beforeOre }) => beforeOre),
      money("after", "funding.budget.after", ({ afterOre }) => afterOre),
    ],
    rows,
    rowKey: (_change, index) => String(index),
  };
}
