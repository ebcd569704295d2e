import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { count, share, text } from "~/tables/columns";
import type { Table } from "~/tables/table";
import { Meter, Section } from "~/ui/page";
import { TableView } from "~/ui/table-view";
import type { GenerationRow } from "../rules/fidelity";

/** How much of the method was delivered to each generation: whether it thins out on the way. */
export function GenerationTable({ generations }: { generations: GenerationRow[] }) {
  const t = useT();
  if (generations.length === 0) return null;
  return (
    <Section title={t("cascade.method.fidelity")} lead={t("cascade.method.fidelityLead")}>
      <TableView
        table={generationTable(generations)}
        hideCaption
        cells={{ fidelity: (row) => <Fidelity row={row} /> }}
      />
    </Section>
  );
}

function generationTable(rows: GenerationRow[]): Table<GenerationRow> {
  return {
    title: "cascade.method.fidelity",
    columns: [
      text("generation", "cascade.spread.generations", ({ generation }, { t }) =>
        t("cascade.method.generation", { generation }),
      ),
      count("people", "cascade.method.people", ({ people }) => people),
      count("hand-overs", "cascade.method.handOvers", ({ handOvers }) => handOvers),
      share(
        "fidelity",
        "cascade.method.fidelityShare",
        ({ delivered, possible }) => ({ numerator: delivered, denominator: possible }),
        { of: "cascade.method.fidelityOf", width: "wide" },
      ),
    ],
    rows,
    rowKey: ({ generation }) => String(generation),
  };
}

function Fidelity({ row: { generation, delivered, possible } }: { row: GenerationRow }) {
  const t = useT();
  const { formatPercent, formatShare } = useFormat();
  if (possible === 0) {
    return <span className="soft">{generation === 0 ? t("cascade.method.notTaught") : "–"}</span>;
  }
  const share = formatShare({ numerator: delivered, denominator: possible });
  return (
    <Meter
      value={delivered}
      max={possible}
      label={share}
      valueText={formatPercent(delivered / possible)}
    />
  );
}
