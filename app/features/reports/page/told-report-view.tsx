import { paidKey, payerKey } from "~/features/funding/rules/payer-key";
import { useT } from "~/i18n/context";
import { Link } from "~/ui/navigation";
import { Notice, Stat, StatRow } from "~/ui/page";
import type { RowList } from "../rules/row-lists";
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
        {told.stats.map(({ id, opens, ...stat }) => (
          <Stat
            key={id ?? stat.label}
            {...stat}
            value={<Opened rows={rows} stat={{ id, ...stat }} />}
            note={<OpenedNote rows={rows} stat={{ opens, ...stat }} />}
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
  if (!rows || id === undefined) return value;
  return <Link to={rowsHref(rows, rowsOfStat(id))}>{value}</Link>;
}

function rowsOfStat(stat: string): { section: string; under?: string; kind?: RowList } {
  const [name, grantId] = stat.split(" ");
  if (name === "spent" && grantId) {
    return { section: "money", under: payerKey("grant", grantId), kind: "booked" };
  }
  if (name === "own-hours") return { section: "own-hours" };
  if (name === "trained") return { section: "training", kind: "trained" };
  return { section: "money", under: paidKey, kind: "left" };
}

/** What is said of a key figure, with its own figures leading to their rows. */
function OpenedNote({ rows, stat }: { rows: RowsOf | null; stat: Omit<ReportStat, "value"> }) {
  const { note, opens = [] } = stat;
  const [opened, ...others] = opens;
  const [before, ...after] = opened ? note.split(opened.said) : [];
  if (!rows || !opened || after.length === 0) return note;
  return (
    <>
      {before}
      <Link to={rowsHref(rows, opened)}>{opened.said}</Link>
      <OpenedNote rows={rows} stat={{ ...stat, note: after.join(opened.said), opens: others }} />
    </>
  );
}
