import { hours, money, percent, text } from "~/tables/columns";
import type { Table } from "~/tables/table";
import { ratioOf, shareOf } from "~/terms/share";
import { TableView } from "~/ui/table-view";
import type { HoursSpending } from "../rules/project-money";
import { ourOwn, ownHoursHref } from "./own-hours-href";
import type { PartyHours } from "./own-hours.queries.server";

type OwnHoursPartiesProps = { code: string; parties: PartyHours[]; total: HoursSpending };

/** Own hours as co-financing, by organisation, with each one's share of them. */
export function OwnHoursParties(props: OwnHoursPartiesProps) {
  return <TableView table={partyTable(props)} />;
}

function partyTable({ code, parties, total }: OwnHoursPartiesProps): Table<PartyHours> {
  const { accumulatedMinutes, accumulatedOre } = total;
  const link = ({ partnerId, minutes }: PartyHours) =>
    minutes === 0 ? null : ownHoursHref(code, { party: partnerId ?? ourOwn });
  const totalLink = accumulatedMinutes === 0 ? null : ownHoursHref(code);
  return {
    title: "funding.hours.partiesCaption",
    columns: [
      text("name", "funding.hours.party", ({ name }) => name, { total: "funding.total" }),
      text("role", "funding.hours.role", ({ role }, { t }) => t(`funding.role.${role}`)),
      hours("hours", "funding.hours.hours", ({ minutes }) => minutes, {
        total: accumulatedMinutes,
        ...{ link, totalLink },
      }),
      money("amount", "funding.hours.worth", ({ amountOre }) => amountOre, {
        total: accumulatedOre,
        ...{ link, totalLink },
      }),
      percent("share", "funding.hours.share", ({ amountOre }) =>
        ratioOf(shareOf(amountOre, accumulatedOre)),
      ),
    ],
    rows: parties,
    rowKey: ({ partnerId }) => partnerId ?? "own",
    amounts: "kronor",
  };
}
