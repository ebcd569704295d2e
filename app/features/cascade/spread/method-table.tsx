import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable } from "~/ui/data-table";
import { Link } from "~/ui/navigation";
import { Badge, EmptyState, Meter } from "~/ui/page";
import type { CascadeList, MethodRow } from "./cascade-list.queries.server";

/** A group's methods: how far each has reached, and who can hand it on. */
export function MethodTable({
  methods,
  query,
}: {
  methods: CascadeList["methods"];
  query: string;
}) {
  const t = useT();
  return (
    <DataTable
      caption={t("cascade.spread.caption")}
      hideCaption
      rows={methods}
      rowKey={({ code }) => code}
      empty={
        <EmptyState title={t("cascade.spread.empty")}>{t("cascade.spread.emptyText")}</EmptyState>
      }
      columns={[
        {
          key: "method",
          header: t("cascade.spread.method"),
          cell: ({ code, name }) => (
            <Link to={`/cascade/${encodeURIComponent(code)}?${query}`}>{name}</Link>
          ),
        },
        {
          key: "reach",
          header: t("cascade.spread.reach"),
          width: "wide",
          cell: (method) => <ReachMeter method={method} />,
        },
        {
          key: "generations",
          header: t("cascade.spread.lastGeneration"),
          align: "end",
          cell: ({ lastGeneration }) => lastGeneration ?? "–",
        },
        {
          key: "carriers",
          header: t("cascade.spread.carriers"),
          align: "end",
          cell: (method) => <Carriers method={method} />,
        },
        {
          key: "deadEnds",
          header: t("cascade.spread.deadEnds"),
          align: "end",
          cell: ({ deadEnds }) => deadEnds,
        },
        {
          key: "handOvers",
          header: t("cascade.spread.handOvers"),
          align: "end",
          cell: ({ handOvers }) => handOvers,
        },
      ]}
    />
  );
}

function Carriers({ method: { carriers, carriersInGroup, reach } }: { method: MethodRow }) {
  const t = useT();
  if (carriers === 0) return <Badge tone="warning">{t("cascade.spread.none")}</Badge>;
  const beside = carriers - carriersInGroup;
  return (
    <>
      {carriers}
      {reach.denominator > 0 && beside > 0 && (
        <div className="soft">
          {t("cascade.method.carriersBeside", { inside: carriersInGroup, beside })}
        </div>
      )}
    </>
  );
}

function ReachMeter({ method: { name, reach } }: { method: MethodRow }) {
  const t = useT();
  const { formatShare } = useFormat();
  if (reach.denominator === 0) {
    return <span className="soft">{t("cascade.method.noGroup")}</span>;
  }
  const beside = reach.beside > 0 ? `, ${t("cascade.method.beside", { count: reach.beside })}` : "";
  return (
    <Meter
      value={reach.numerator}
      max={reach.denominator}
      label={<span className="visually-hidden">{name}</span>}
      valueText={`${formatShare(reach)}${beside}`}
    />
  );
}
