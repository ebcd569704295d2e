import { dayBounds } from "~/terms/day";
import type { SieProblem } from "~/formats/sie/sie-file";
import { limitOfProblem } from "~/formats/sie/sie-limits";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import type { MessageKey } from "~/i18n/translator";
import { DataTable } from "~/ui/data-table";
import { Badge, Section } from "~/ui/page";
import { Breakable } from "../uploads/breakable";
import { useCounted } from "../uploads/counted";

type Props = {
  problems: SieProblem[];
  /** Of the whole file. */
  count: number;
};

/** What a sentence about something that goes too far names. */
function boundsOf(code: string) {
  return { ...dayBounds, max: limitOfProblem(code) ?? 0 };
}

const tones = { error: "danger", warning: "warning", notice: "neutral" } as const;

/** What the reader met in a ledger, the worst first. */
export function LedgerProblems({ problems, count }: Props) {
  const t = useT();
  const counted = useCounted();
  if (count === 0) return null;
  const title = counted("exchange.ledger.problems", count);
  return (
    <Section id="problems" title={title}>
      {problems.length < count && (
        <p className="soft">
          {counted("exchange.ledger.first", count, { shown: problems.length })}
        </p>
      )}
      <DataTable
        caption={title}
        hideCaption
        rows={problems.map((problem, index) => ({ ...problem, key: String(index) }))}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "severity",
            header: t("exchange.column.state"),
            cell: ({ severity }) => (
              <Badge tone={tones[severity]}>{t(`exchange.ledger.severity.${severity}`)}</Badge>
            ),
          },
          {
            key: "reason",
            header: t("exchange.ledger.reason"),
            cell: (problem) => <Reason problem={problem} />,
          },
          {
            key: "place",
            header: t("exchange.ledger.place"),
            cell: (problem) => <Place problem={problem} />,
          },
        ]}
      />
    </Section>
  );
}

function Reason({ problem: { code, field, value } }: { problem: SieProblem }) {
  const t = useT();
  if (code !== "further-problems") return t(`exchange.problem.${code}`, boundsOf(code));
  // The reader names the code that there was more of.
  const same = t(`exchange.problem.${field ?? ""}` as MessageKey, boundsOf(field ?? ""));
  return `${t("exchange.problem.further-problems", { n: value ?? "" })} ${same}`;
}

function Place({ problem }: { problem: SieProblem }) {
  const t = useT();
  const { formatKronor } = useFormat();
  const { code, line, tag, voucher, field, value } = problem;
  if (code === "further-problems") return "–";
  const shown = field === "sum" ? formatKronor(Number(value), { withOre: true }) : value;
  const place = [
    line === undefined ? "" : t("exchange.ledger.line", { line }),
    [tag && `#${tag}`, voucher].filter(Boolean).join(" "),
    [field && fieldName(field, t), shown && (field === "sum" ? shown : `”${shown}”`)]
      .filter(Boolean)
      .join(" "),
  ]
    .filter(Boolean)
    .join(", ");
  return <Breakable text={place || "–"} />;
}

const fieldNames = ["account", "amount", "date", "objects", "quantity", "sum"] as const;

function fieldName(field: string, t: ReturnType<typeof useT>): string {
  const known = fieldNames.find((name) => name === field);
  return known ? t(`exchange.ledger.field.${known}`) : field;
}
