import { useT } from "~/i18n/context";
import { Notice, Stat, StatRow } from "~/ui/page";
import type { ToldReport } from "../tables/told-report";
import { ReportParts } from "./report-parts";

type ToldReportViewProps = {
  told: ToldReport;
  /** Of what is kept; null for figures that go on changing. */
  sha256: string | null;
  /** The address of its charts' files. */
  charts: string;
};

/** What a report tells its readers, below its title. */
export function ToldReportView({ told, sha256, charts }: ToldReportViewProps) {
  const t = useT();
  return (
    <>
      {told.notice && <Notice title={told.notice.title}>{told.notice.text}</Notice>}
      <StatRow>
        {told.stats.map(({ id, ...stat }) => (
          <Stat key={id ?? stat.label} {...stat} />
        ))}
      </StatRow>
      <p className="soft">{told.bookedThrough}</p>
      <ReportParts told={told} charts={charts} />
      {sha256 !== null && (
        <p className="soft checksum">{t("reports.version.checksum", { sha256 })}</p>
      )}
    </>
  );
}
