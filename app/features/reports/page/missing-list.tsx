import type { Translate } from "~/i18n/translator";
import { useT } from "~/i18n/context";
import { useFormat, type Formats } from "~/i18n/format";
import { fieldId } from "~/ui/form";
import { Link } from "~/ui/navigation";
import { Notice } from "~/ui/page";
import type { Missing } from "../rules/missing";
import { commentField } from "../writing/report-fields";
import { rowsHref } from "./rows-href";

type MissingListProps = { id: string; code: string; missing: Missing[] };

/** What a draft lacks before it goes to the funder, each with the way to where it is mended. */
export function MissingList({ id, code, missing }: MissingListProps) {
  const t = useT();
  const formats = useFormat();
  if (missing.length === 0) return <Notice tone="good" title={t("reports.missing.nothing")} />;
  return (
    <div className="no-print">
      <Notice tone="warning" title={t("reports.missing.title", { count: missing.length })}>
        <ul>
          {missing.map((item) => (
            <li key={JSON.stringify(item)}>
              <Link to={whereMended(item, { id, code })}>{sentence(item, { t, formats })}</Link>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

function sentence(item: Missing, { t, formats }: { t: Translate; formats: Formats }): string {
  const { formatKronor, formatHours, formatDate } = formats;
  switch (item.kind) {
    case "outside":
      return t("reports.missing.outside", {
        first: formatDate(item.first),
        last: formatDate(item.last),
      });
    case "text":
      return t("reports.missing.text", { heading: t(`reports.text.${item.text}`) });
    case "comment":
      return t("reports.missing.comment", {
        line: item.line,
        amount: formatKronor(item.overOre),
      });
    case "unplaced":
      return t("reports.missing.unplaced", {
        count: item.count,
        amount: formatKronor(item.amountOre),
      });
    case "indicator":
      return t("reports.missing.indicator", { name: item.name });
    case "hours":
      return t("reports.missing.hours", { hours: formatHours(item.minutes) });
    case "uncounted":
      return t("reports.missing.uncounted", {
        count: item.count,
        hours: formatHours(item.minutes),
      });
  }
}

function whereMended(item: Missing, { id, code }: { id: string; code: string }): string {
  switch (item.kind) {
    case "outside":
      return `/reports/${id}/change`;
    case "text":
      return `/reports/${id}/edit#${fieldId(item.text)}`;
    case "comment":
      return `/reports/${id}/edit#${fieldId(commentField(item.lineId))}`;
    case "unplaced":
      return `/projects/${code}/costs?line=unplaced`;
    case "indicator":
      return `/projects/${code}/indicators/${item.id}/measurements`;
    case "hours":
      return rowsHref({ id, number: null }, { section: "own-hours", kind: "awaiting" });
    case "uncounted":
      return rowsHref({ id, number: null }, { section: "cascade", kind: "uncounted" });
  }
}
