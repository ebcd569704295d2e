import { usePeriod } from "~/features/funding/projects/period";
import { useT } from "~/i18n/context";
import { Link } from "~/ui/navigation";
import { Notice } from "~/ui/page";
import type { ReportPeriod } from "../reports.queries.server";

/** Said, not refused: a final report may well cover what an interim one has told. */
export function OverlapNotice({ overlaps }: { overlaps: ReportPeriod[] }) {
  const t = useT();
  const period = usePeriod();
  if (overlaps.length === 0) return null;
  return (
    <Notice title={t("reports.overlap.title", { count: overlaps.length })}>
      <ul>
        {overlaps.map((other) => (
          <li key={other.id}>
            <Link to={`/reports/${other.id}`}>{other.title}</Link>, {period(other)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
