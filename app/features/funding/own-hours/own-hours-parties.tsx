import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { shareOf } from "~/terms/share";
import { DataTable, type Column } from "~/ui/data-table";
import type { PartyHours } from "./own-hours.queries.server";

/** Own hours as co-financing, by organisation, with each one's share of them. */
export function OwnHoursParties({ parties }: { parties: PartyHours[] }) {
  const t = useT();
  const { formatHours, formatKronor, formatPercent } = useFormat();
  const minutes = parties.reduce((sum, party) => sum + party.minutes, 0);
  const amountOre = parties.reduce((sum, party) => sum + party.amountOre, 0);
  const columns: Column<PartyHours>[] = [
    { key: "name", header: t("funding.hours.party"), cell: (row) => row.name },
    { key: "role", header: t("funding.hours.role"), cell: (row) => t(`funding.role.${row.role}`) },
    {
      key: "hours",
      header: t("funding.hours.hours"),
      align: "end",
      cell: (row) => formatHours(row.minutes),
    },
    {
      key: "amount",
      header: t("funding.hours.worth"),
      align: "end",
      cell: (row) => formatKronor(row.amountOre),
    },
    {
      key: "share",
      header: t("funding.hours.share"),
      align: "end",
      cell: (row) => formatPercent(shareOf(row.amountOre, amountOre)),
    },
  ];
  return (
    <DataTable
      caption={t("funding.hours.partiesCaption")}
      columns={columns}
      rows={parties}
      rowKey={(row) => row.partnerId ?? "own"}
      footer={{
        name: t("funding.total"),
        hours: formatHours(minutes),
        amount: formatKronor(amountOre),
      }}
    />
  );
}
