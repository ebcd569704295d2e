import { useT } from "~/i18n/context";
import { Link } from "~/ui/navigation";
import { Notice, Stat, StatRow } from "~/ui/page";
import type { ToldReport } from "../tables/told-report";
import type { ReportStat } from "../tables/report-stats";
import { ReportParts } from "./report-parts";
import { rowsHref, type RowsOf } from "./rows-href";

type ToldReportViewProps = {
  told: ToldReport;
  /** Of what is kept; null for figures that go on changing. */
  sha256: string | null;
  /** The address of its charts' files. */
  charts: string;
  /** Whose rows its figures open to, for who may see them. */
  rows: RowsOf | null;
};

/** What a report tells its readers, below its title. */
export function ToldReportView({ told, sha256, charts, rows }: ToldReportViewProps) {
  const t = useT();
  return (
    <>
      {told.notice && <Notice title={told.notice.title}>{told.notice.text}</Notice>}
      <StatRow>
        {told.stats.map(({ id, ...stat }) => (
          <Stat
            key={id ?? stat.label}
            {...stat}
            value={<Opened rows={rows} stat={{ id, ...stat }} />}
          />
        ))}
      </StatRow>
      <p className="soft">{told.bookedThrough}</p>
      <ReportParts told={told} charts={charts} rows={rows} />
      {sha256 !== null && (
        <p className="soft checksum">{t("reports.version.checksum", { sha256 })}</p>
      )}
    </>
  );
}

/** A key figure, which leads to its rows. */
function Opened({ rows, stat: { id, value } }: { rows: RowsOf | null; stat: ReportStat }) {
  const section = id && sectionOf(id);
  if (!rows || !section) return value;
  return <Link to={rowsHref(rows, { section })}>{value}</Link>;
}

function sectionOf(stat: string): string {
  if (stat === "own-hours") return "own-hours";
  return stat === "trained" ? "training" : "money";
}
