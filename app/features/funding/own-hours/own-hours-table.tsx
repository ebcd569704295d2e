import { useT } from "~/i18n/context";
import { day, hours, money, text } from "~/tables/columns";
import type { Table } from "~/tables/table";
import { EmptyState } from "~/ui/page";
import { TableView } from "~/ui/table-view";
import type { OwnHoursRow } from "./own-hours.queries.server";

/** Own hours row by row: who, when, how long, and what it is worth. */
export function OwnHoursTable({ rows }: { rows: OwnHoursRow[] }) {
  const t = useT();
  return (
    <TableView
      table={ownHoursTable(rows)}
      hideCaption
      empty={
        <EmptyState title={t("funding.hours.emptyTitle")}>
          {t("funding.hours.emptyText")}
        </EmptyState>
      }
    />
  );
}

function ownHoursTable(rows: OwnHoursRow[]): Table<OwnHoursRow> {
  return {
    title: "funding.hours.caption",
    columns: [
      day("date", "funding.hours.countsOn", ({ countsOn }) => countsOn, {
        style: "short",
        width: "narrow",
      }),
      day("worked", "funding.hours.workedOn", ({ workedOn }) => workedOn, {
        style: "short",
        width: "narrow",
      }),
      text("who", "funding.hours.who", ({ who }) => who, { isRowHeader: true }),
      text("text", "funding.costs.text", (row) => row.text || null),
      hours("hours", "funding.hours.hours", ({ minutes }) => minutes),
      money("rate", "funding.hours.rate", ({ rateOre }) => rateOre),
      money("amount", "funding.hours.worth", ({ amountOre }) => amountOre),
    ],
    rows,
    rowKey: ({ id }) => id,
    amounts: "ore",
  };
}
