import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable } from "~/ui/data-table";
import { Badge, Section } from "~/ui/page";
import type { LineChange } from "./budget-versions.queries.server";

/** When which line's budget was changed, and from what to what; nothing where none was. */
export function BudgetChangeTable({ changes }: { changes: LineChange[] }) {
  const t = useT();
  const { formatDate, formatKronor } = useFormat();
  if (changes.length === 0) return null;
  return (
    <Section level={3} title={t("funding.budget.changes")}>
      <DataTable
        caption={t("funding.budget.changes")}
        hideCaption
        rows={changes.map((change, index) => ({ ...change, key: String(index) }))}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "day",
            header: t("funding.budget.changedOn"),
            cell: ({ on, isCorrection }) => (
              <>
                {formatDate(on)} {isCorrection && <Badge>{t("funding.budget.correction")}</Badge>}
              </>
            ),
          },
          {
            key: "line",
            header: t("funding.line"),
            rowHeader: true,
            cell: ({ title }) => title,
          },
          {
            key: "before",
            header: t("funding.budget.before"),
            align: "end",
            cell: ({ beforeOre }) => formatKronor(beforeOre),
          },
          {
            key: "after",
            header: t("funding.budget.after"),
            align: "end",
            cell: ({ afterOre }) => formatKronor(afterOre),
          },
        ]}
      />
    </Section>
  );
}
