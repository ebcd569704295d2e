import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { shareOf } from "~/terms/share";
import { DataTable } from "~/ui/data-table";
import { Meter, Section } from "~/ui/page";
import type { GenerationRow } from "../rules/fidelity";

/** How much of the method was delivered to each generation: whether it thins out on the way. */
export function GenerationTable({ generations }: { generations: GenerationRow[] }) {
  const t = useT();
  if (generations.length === 0) return null;
  return (
    <Section title={t("cascade.method.fidelity")} lead={t("cascade.method.fidelityLead")}>
      <DataTable
        caption={t("cascade.method.fidelity")}
        hideCaption
        rows={generations}
        rowKey={({ generation }) => String(generation)}
        columns={[
          {
            key: "generation",
            header: t("cascade.spread.generations"),
            cell: ({ generation }) => t("cascade.method.generation", { generation }),
          },
          {
            key: "people",
            header: t("cascade.method.people"),
            align: "end",
            cell: ({ people }) => people,
          },
          {
            key: "handOvers",
            header: t("cascade.method.handOvers"),
            align: "end",
            cell: ({ handOvers }) => handOvers,
          },
          {
            key: "fidelity",
            header: t("cascade.method.fidelityShare"),
            width: "wide",
            cell: (row) => <Fidelity row={row} />,
          },
        ]}
      />
    </Section>
  );
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
      valueText={formatPercent(shareOf(delivered, possible))}
    />
  );
}
