import { useT } from "~/i18n/context";
import { formatKronor } from "~/i18n/format";
import type { Speech } from "~/i18n/translator";
import { instant, state, text } from "~/tables/columns";
import type { Table } from "~/tables/table";
import { EmptyState } from "~/ui/page";
import { TableView } from "~/ui/table-view";
import { countedIn } from "./counted";
import type { ImportRow } from "./imports.queries.server";

/** Files that were handed in, with what came of each. */
export function ImportTable({ imports }: { imports: ImportRow[] }) {
  const t = useT();
  return (
    <TableView
      table={importTable(imports)}
      hideCaption
      empty={
        <EmptyState title={t("exchange.earlierEmpty")}>{t("exchange.earlierEmptyText")}</EmptyState>
      }
    />
  );
}

function importTable(rows: ImportRow[]): Table<ImportRow> {
  return {
    title: "exchange.earlier",
    columns: [
      text("file", "exchange.column.file", ({ fileName }) => fileName, {
        link: ({ id }) => `/import/${id}`,
      }),
      text("kind", "exchange.column.kind", ({ kind, projectCode }, { t }) =>
        [t(`exchange.kind.${kind}`), projectCode].filter(Boolean).join(", "),
      ),
      instant("uploaded", "exchange.column.uploaded", ({ createdAt }) => createdAt),
      state("state", "exchange.column.state", stateOf, ({ appliedAt }) =>
        appliedAt ? "good" : "neutral",
      ),
      text("outcome", "exchange.column.outcome", outcomeOf),
    ],
    rows,
    rowKey: ({ id }) => id,
  };
}

function stateOf({ appliedAt, outcome }: ImportRow, { t }: Speech): string {
  if (appliedAt) return t("exchange.applied");
  return outcome?.kind === "withdrawn" ? t("exchange.withdrawn") : t("exchange.draft");
}

function outcomeOf({ outcome }: ImportRow, speech: Speech): string | null {
  const counted = countedIn(speech);
  if (outcome?.kind === "ledger") {
    const sum = formatKronor(outcome.sumOre, speech.language, { withOre: true });
    return counted("exchange.outcomeLedger", outcome.vouchers, { sum });
  }
  return outcome?.kind === "training" ? counted("exchange.outcomeTraining", outcome.rows) : null;
}
