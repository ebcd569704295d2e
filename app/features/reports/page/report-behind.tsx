import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { Link } from "~/ui/navigation";
import { Notice } from "~/ui/page";
import type { ReportBehind } from "../reports.queries.server";
import { OtherBaseText } from "./other-base";

type ReportBehindProps = { id: string; behind: ReportBehind; isShared: boolean };

/** What the project sees beside a report: what would differ today, and every version of it. */
export function ReportBehindIt({ id, behind, isShared }: ReportBehindProps) {
  const t = useT();
  const { formatDate } = useFormat();
  const { versions, changedFigures, changedWords, otherBase } = behind;
  if (versions.length === 0) return null;
  const titleOf = (count: number) => {
    if (!isShared) return t("reports.version.takenBack");
    return count === 0 ? t("reports.changes.same") : t("reports.changes.notice", { count });
  };
  return (
    <div className="no-print">
      <Notice tone={changedFigures > 0 ? "warning" : "info"} title={titleOf(changedFigures)}>
        {isShared && changedFigures + changedWords > 0 && (
          <p>
            <Link to={`/reports/${id}/changes`}>{t("reports.changes.link")}</Link>
          </p>
        )}
        <OtherBaseText otherBase={otherBase} />
        <ul>
          {versions.map(({ number, sharedOn, takenBackOn }) => (
            <li key={number}>
              <Link to={`/reports/${id}/versions/${number}`}>
                {t("reports.version.title", { number, day: formatDate(sharedOn) })}
              </Link>
              {takenBackOn &&
                ` ${t("reports.version.takenBackOn", { day: formatDate(takenBackOn) })}`}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
