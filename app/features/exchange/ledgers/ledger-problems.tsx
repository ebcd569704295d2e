import { dayBounds } from "~/terms/day";
import type { SieProblem } from "~/formats/sie/sie-file";
import { limitOfProblem } from "~/formats/sie/sie-limits";
import { formatKronor } from "~/i18n/format";
import type { MessageKey, Speech, Translate } from "~/i18n/translator";
import { state, text } from "~/tables/columns";
import type { Table } from "~/tables/table";
import { Section } from "~/ui/page";
import { TableView } from "~/ui/table-view";
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
      <TableView
        table={problemTable(problems, title)}
        hideCaption
        cells={{ place: (_problem, place) => <Breakable text={place} /> }}
      />
    </Section>
  );
}

function problemTable(rows: SieProblem[], title: string): Table<SieProblem> {
  return {
    title: () => title,
    columns: [
      state(
        "severity",
        "exchange.column.state",
        ({ severity }, { t }) => t(`exchange.ledger.severity.${severity}`),
        ({ severity }) => tones[severity],
      ),
      text("reason", "exchange.ledger.reason", reasonOf),
      text("place", "exchange.ledger.place", (row, speech) => placeOf(row, speech) || null),
    ],
    rows,
    rowKey: (_row, index) => String(index),
  };
}

function reasonOf({ code, field, value }: SieProblem, { t }: Speech): string {
  if (code !== "further-problems") return t(`exchange.problem.${code}`, boundsOf(code));
  // The reader names the code that there was more of.
  const same = t(`exchange.problem.${field ?? ""}` as MessageKey, boundsOf(field ?? ""));
  return `${t("exchange.problem.further-problems", { n: value ?? "" })} ${same}`;
}

function placeOf(problem: SieProblem, { t, language }: Speech): string {
  const { code, line, tag, voucher, field, value } = problem;
  if (code === "further-problems") return "";
  const shown = field === "sum" ? formatKronor(Number(value), language, { withOre: true }) : value;
  return [
    line === undefined ? "" : t("exchange.ledger.line", { line }),
    [tag && `#${tag}`, voucher].filter(Boolean).join(" "),
    [field && fieldName(field, t), shown && (field === "sum" ? shown : `”${shown}”`)]
      .filter(Boolean)
      .join(" "),
  ]
    .filter(Boolean)
    .join(", ");
}

const fieldNames = ["account", "amount", "date", "objects", "quantity", "sum"] as const;

function fieldName(field: string, t: Translate): string {
  const known = fieldNames.find((name) => name === field);
  return known ? t(`exchange.ledger.field.${known}`) : field;
}
