import { useT } from "~/i18n/context";
import { formatHours, formatKronor } from "~/i18n/format";
import { day, text } from "~/tables/columns";
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
  const { id, title, number, section, under, underName, kinds, kind, page, pageCount } = view;
  return (
    <Page
      title={number === null ? t("reports.rows.titleNow") : t("reports.rows.title", { number })}
      lead={
        <>
          {underName && `${underName}. `}
          {t(number === null ? "reports.rows.leadNow" : "reports.rows.lead")}
        </>
      }
      breadcrumb={[
        { to: "/reports", label: t("access.nav.reports") },
        { to: `/reports/${id}`, label: title },
        ...(number === null
          ? []
          : [
              {
                to: `/reports/${id}/versions/${number}`,
                label: t("reports.version.short", { number }),
              },
            ]),
      ]}
    >
      <Form method="get" className="inline-form" key={kind}>
        {section !== null && <input type="hidden" name="section" value={section} />}
        {under !== null && <input type="hidden" name="under" value={under} />}
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
        hrefFor={(n) => rowsHref({ id, number }, { section, under, kind, page: n })}
      />
    </Page>
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
      text("facts", "reports.changes.what", ({ facts }) => facts, { isRowHeader: true }),
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
