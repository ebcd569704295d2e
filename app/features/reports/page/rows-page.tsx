import { useT } from "~/i18n/context";
import { formatHours, formatKronor, useFormat } from "~/i18n/format";
import type { Translate } from "~/i18n/translator";
import { day, money, text } from "~/tables/columns";
import type { Table } from "~/tables/table";
import { SelectField } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { Button, Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { TableView } from "~/ui/table-view";
import type { RowsView, ShownRow } from "../freezing/rows-view.server";
import { rowsHref } from "./rows-href";

/** The rows that a report's figures are made of, one kind at a time. */
export function RowsPage({ view }: { view: RowsView }) {
  const t = useT();
  const { of, section, under, underName, from, until, when, kinds, kind, page, pageCount } = view;
  const version = "code" in of ? null : of.number;
  return (
    <Page
      title={
        version === null ? t("reports.rows.titleNow") : t("reports.rows.title", { number: version })
      }
      lead={
        <>
          {underName && `${underName}. `}
          <RowDays from={from} until={until} when={when} />
          {t(version === null ? "reports.rows.leadNow" : "reports.rows.lead")}
        </>
      }
      breadcrumb={placeOf(view, t)}
    >
      <Form method="get" className="inline-form" key={kind}>
        {section !== null && <input type="hidden" name="section" value={section} />}
        {under !== null && <input type="hidden" name="under" value={under} />}
        {when !== null && <input type="hidden" name="when" value={when} />}
        {from !== null && <input type="hidden" name="from" value={from} />}
        {until !== null && <input type="hidden" name="until" value={until} />}
        <SelectField
          name="kind"
          label={t("reports.changes.what")}
          required
          defaultValue={kind}
          options={kinds.map((each) => ({
            value: each.kind,
            label: `${t(`reports.rows.kind.${each.kind}`)} (${each.count})`,
          }))}
        />
        <Button type="submit">{t("reports.rows.choose")}</Button>
      </Form>
      <TableView table={rowTable(view)} empty={t("reports.rows.empty")} />
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefFor={(n) => rowsHref(of, { section, under, when, from, until, kind, page: n })}
      />
    </Page>
  );
}

function placeOf({ of, title }: RowsView, t: Translate): { to: string; label: string }[] {
  if ("code" in of) {
    return [
      { to: "/projects", label: t("access.nav.projects") },
      { to: `/projects/${of.code}`, label: title },
    ];
  }
  const { id, number } = of;
  const report = [
    { to: "/reports", label: t("access.nav.reports") },
    { to: `/reports/${id}`, label: title },
  ];
  if (number === null) return report;
  const label = t("reports.version.short", { number });
  return [...report, { to: `/reports/${id}/versions/${number}`, label }];
}

/** Of which days the rows are, where not of all. */
function RowDays({ from, until, when }: Pick<RowsView, "from" | "until" | "when">) {
  const t = useT();
  const { formatDate } = useFormat();
  return (
    <>
      {when !== null && `${t(`reports.rows.when.${when}`)} `}
      {from !== null && `${t("reports.rows.from", { date: formatDate(from) })} `}
      {until !== null && `${t("reports.rows.until", { date: formatDate(until) })} `}
    </>
  );
}

function rowTable({ kind, count, people, amountOre, minutes, rows }: RowsView): Table<ShownRow> {
  const isGiven = (column: "day" | "under" | "person" | "words") =>
    rows.some((row) => row[column] !== "" && row[column] !== null);
  return {
    title: ({ t, language }) =>
      [
        t("reports.rows.caption", { kind: t(`reports.rows.kind.${kind}`), count }),
        people > 0 && t("reports.rows.people", { count: people }),
        minutes !== null && formatHours(minutes, language),
        amountOre !== null && formatKronor(amountOre, language, { withOre: amountOre % 100 !== 0 }),
      ]
        .filter((said) => said !== false)
        .join(", "),
    columns: [
      text("facts", "reports.changes.what", ({ facts }) => facts, {
        isRowHeader: true,
        link: ({ handOverId }) => handOverId && `/handovers/${handOverId}`,
      }),
      ...(isGiven("day")
        ? [
            day<ShownRow>("day", "reports.rows.day", (row) => row.day, {
              style: "short",
              width: "narrow",
            }),
          ]
        : []),
      ...(isGiven("under")
        ? [text<ShownRow>("under", "reports.rows.under", ({ under }) => under)]
        : []),
      ...(isGiven("person")
        ? [text<ShownRow>("person", "reports.rows.person", ({ person }) => person)]
        : []),
      ...(rows.some(({ countedOre }) => countedOre !== null)
        ? [money<ShownRow>("counted", "reports.rows.counted", ({ countedOre }) => countedOre)]
        : []),
      ...(isGiven("words") || rows.some(({ words }) => words === null)
        ? [
            text<ShownRow>(
              "words",
              "reports.rows.words",
              ({ words }, { t }) => words ?? t("reports.rows.erased"),
            ),
          ]
        : []),
    ],
    rows,
    rowKey: ({ id }) => id,
  };
}
