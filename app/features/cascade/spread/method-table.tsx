import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import type { Translate } from "~/i18n/translator";
import { count, share, text } from "~/tables/columns";
import type { Table } from "~/tables/table";
import { Badge, EmptyState, Meter } from "~/ui/page";
import { TableView } from "~/ui/table-view";
import type { CascadeList, MethodRow } from "./cascade-list.queries.server";

type MethodTableProps = { methods: CascadeList["methods"]; query: string };

/** A group's methods: how far each has reached, and who can hand it on. */
export function MethodTable({ methods, query }: MethodTableProps) {
  const t = useT();
  return (
    <TableView
      table={methodTable(methods, query)}
      hideCaption
      below={{ carriers: ["carriers-beside"], "dead-ends": ["dead-ends-beside"] }}
      cells={{
        reach: (method) => <ReachMeter method={method} />,
        carriers: ({ carriers }, shown) =>
          carriers === 0 ? <Badge tone="warning">{t("cascade.spread.none")}</Badge> : shown,
      }}
      empty={
        <EmptyState title={t("cascade.spread.empty")}>{t("cascade.spread.emptyText")}</EmptyState>
      }
    />
  );
}

function methodTable(rows: MethodRow[], query: string): Table<MethodRow> {
  return {
    title: "cascade.spread.caption",
    columns: [
      text("method", "cascade.spread.method", ({ name }) => name, {
        link: ({ code }) => `/cascade/${encodeURIComponent(code)}?${query}`,
      }),
      share("reach", "cascade.spread.reach", ({ reach }) => reach, {
        of: "cascade.spread.group",
        width: "wide",
      }),
      count("generations", "cascade.spread.lastGeneration", (row) => row.lastGeneration),
      count("carriers", "cascade.spread.carriers", ({ carriers }) => carriers),
      text("carriers-beside", "cascade.spread.carriers", (row, { t }) =>
        besideGroup(row, { all: row.carriers, inside: row.carriersInGroup }, t),
      ),
      count("dead-ends", "cascade.spread.deadEnds", ({ deadEnds }) => deadEnds),
      text("dead-ends-beside", "cascade.spread.deadEnds", (row, { t }) =>
        besideGroup(row, { all: row.deadEnds, inside: row.deadEndsInGroup }, t),
      ),
      count("hand-overs", "cascade.spread.handOvers", ({ handOvers }) => handOvers),
    ],
    rows,
    rowKey: ({ code }) => code,
  };
}

/** How many of some people the method was meant for, and how many stand beside; null for none. */
function besideGroup(
  { reach }: Pick<MethodRow, "reach">,
  { all, inside }: { all: number; inside: number },
  t: Translate,
): string | null {
  if (reach.denominator === 0 || all === inside) return null;
  return t("cascade.method.insideAndBeside", { inside, beside: all - inside });
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
