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
        standingOf(row, carriersOf(row), t),
      ),
      count("dead-ends", "cascade.spread.deadEnds", ({ deadEnds }) => deadEnds),
      text("dead-ends-beside", "cascade.spread.deadEnds", (row, { t }) =>
        standingOf(row, deadEndsOf(row), t),
      ),
      count("hand-overs", "cascade.spread.handOvers", ({ handOvers }) => handOvers),
    ],
    rows,
    rowKey: ({ code }) => code,
  };
}

/** Who is cleared is active: in the group or beside it. */
function carriersOf({ carriers, carriersInGroup: inside }: MethodRow) {
  return { inside, beside: carriers - inside, left: 0 };
}

function deadEndsOf({ deadEnds, deadEndsInGroup: inside, deadEndsBeside: beside }: MethodRow) {
  return { inside, beside, left: deadEnds - inside - beside };
}

/** How many of some people are in the group, beside it and gone; null where all are in it. */
function standingOf(
  { reach }: Pick<MethodRow, "reach">,
  { inside, beside, left }: { inside: number; beside: number; left: number },
  t: Translate,
): string | null {
  if (reach.denominator === 0 || beside + left === 0) return null;
  return [
    t("cascade.method.inGroup", { n: inside }),
    ...(beside > 0 ? [t("cascade.method.besideIt", { n: beside })] : []),
    ...(left > 0 ? [t("cascade.method.haveLeft", { n: left })] : []),
  ].join(", ");
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
