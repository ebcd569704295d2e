import { useT } from "~/i18n/context";
import { day, text } from "~/tables/columns";
import type { Table } from "~/tables/table";
import { SelectField } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { Button, Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { TableView } from "~/ui/table-view";
import type { RowsView, ShownRow } from "../freezing/version-pages.queries.server";

/** The rows that a version's figures are made of, one kind at a time. */
export function RowsPage({ view }: { view: RowsView }) {
  const t = useT();
  const { id, heading, kinds, kind, page, pageCount } = view;
  const { number, title } = heading;
  const here = `/reports/${id}/versions/${number}`;
  return (
    <Page
      title={t("reports.rows.title", { number })}
      lead={t("reports.rows.lead")}
      breadcrumb={[
        { to: "/reports", label: t("access.nav.reports") },
        { to: `/reports/${id}`, label: title },
        { to: here, label: t("reports.version.short", { number }) },
      ]}
    >
      <Form method="get" className="inline-form" key={kind}>
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
        hrefFor={(n) => `${here}/rows?kind=${kind}&page=${n}`}
      />
    </Page>
  );
}

function rowTable({ kind, count, rows }: RowsView): Table<ShownRow> {
  const isGiven = (column: "day" | "under" | "person" | "words") =>
    rows.some((row) => row[column] !== "" && row[column] !== null);
  return {
    title: ({ t }) => t("reports.rows.caption", { kind: t(`reports.rows.kind.${kind}`), count }),
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
