import type { RebookingView } from "~/features/funding/rates/rebookings.queries.server";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { Notice } from "~/ui/page";

/** Own hours that were booked anew after the funder had the report, and why: for the project. */
export function RebookedNotice({ rebookings }: { rebookings: RebookingView[] }) {
  const t = useT();
  const { formatDateTime, formatKronor, formatHours } = useFormat();
  if (rebookings.length === 0) return null;
  return (
    <Notice tone="warning" title={t("reports.rebooked.title")}>
      <ul>
        {rebookings.map(({ id, madeAt, madeByName, rowCount, ...rebooking }) => (
          <li key={id}>
            {t("reports.rebooked.what", {
              count: rowCount,
              at: formatDateTime(madeAt),
              name: madeByName,
              hours: formatHours(rebooking.minutes),
              before: formatKronor(rebooking.beforeOre, { withOre: true }),
              after: formatKronor(rebooking.afterOre, { withOre: true }),
            })}{" "}
            {rebooking.reason}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
