import type { Speech } from "~/features/funding/figures/figure-table";
import type { Cell } from "~/formats/cell";
import { shareOf } from "~/terms/share";
import { lastDayOf } from "~/terms/period";
import { textNames, type Report, type ReportGrant } from "../rules/report";
import { amountCell, dateCell, percentCell, type ReportTable } from "./report-columns";

export type FactRow = { label: string; value: Cell };

/** What report this is, and what its figures cover. */
export function headTable(
  { report, asOf, bookedThrough }: Report,
  speech: Speech,
): ReportTable<FactRow> {
  const { t } = speech;
  return factTable(t("reports.identity.report"), speech, [
    [t("reports.identity.kind"), t(`reports.kind.${report.kind}`)],
    [t("reports.identity.title"), report.title],
    [t("reports.identity.from"), { date: report.startsOn }],
    [t("reports.identity.to"), { date: lastDayOf(report) }],
    [t("reports.identity.asOf"), { date: asOf }],
    [t("reports.identity.bookedThrough"), dateCell(bookedThrough)],
    [t("reports.identity.due"), dateCell(report.dueOn)],
    [t("reports.identity.shared"), dateCell(report.sharedOn)],
  ]);
}

/** Which project, and who answers for it. */
export function projectTable({ project }: Report, speech: Speech): ReportTable<FactRow> {
  const { t } = speech;
  return factTable(t("reports.identity.project"), speech, [
    [t("reports.identity.name"), project.name],
    [t("reports.identity.code"), project.code],
    [t("reports.identity.projectFrom"), { date: project.startsOn }],
    [t("reports.identity.projectTo"), { date: lastDayOf(project) }],
    [t("reports.identity.owner"), project.owner],
    [t("reports.identity.orgNumber"), project.orgNumber],
    [t("reports.identity.unit"), project.unit],
    [t("reports.identity.purpose"), project.purpose],
  ]);
}

/** Each grant against what it has paid, and how far the methods have reached. */
export function summaryTable({ grantUse, cascade }: Report, speech: Speech): ReportTable<FactRow> {
  const { t } = speech;
  return factTable(t("reports.summary.title"), speech, [
    ...grantUse.flatMap((use): [label: string, value: Cell][] => {
      const named = (label: string) => (grantUse.length > 1 ? `${label}: ${use.title}` : label);
      return [
        [named(t("reports.summary.granted")), amountCell(use.grantedOre)],
        [named(t("reports.summary.spent")), { amountOre: use.spentOre }],
        [named(t("reports.summary.remaining")), amountCell(use.remainingOre)],
        [
          named(t("reports.summary.share")),
          percentCell(shareOf(use.spentOre, use.grantedOre ?? 0)),
        ],
      ];
    }),
    [t("reports.summary.reachBefore"), percentAlready(cascade.reachPercentBefore)],
    [t("reports.summary.reach"), percentAlready(cascade.reachPercent)],
  ]);
}

export function partnerTable(
  { project }: Report,
  { t }: Speech,
): ReportTable<Report["project"]["partners"][number]> {
  return {
    title: t("reports.partners.title"),
    columns: [
      { key: "name", header: t("funding.hours.party"), value: (row) => row.name },
      { key: "org", header: t("reports.identity.orgNumber"), value: (row) => row.orgNumber },
      {
        key: "role",
        header: t("funding.hours.role"),
        value: (row) => t(`funding.role.${row.role}`),
      },
    ],
    rows: project.partners,
  };
}

export function grantTable({ grants }: Report, { t }: Speech): ReportTable<ReportGrant> {
  return {
    title: t("reports.grants.title"),
    columns: [
      { key: "funder", header: t("reports.grants.funder"), value: (row) => row.funder },
      { key: "programme", header: t("funding.identity.programme"), value: (row) => row.programme },
      { key: "funder-ref", header: t("funding.identity.funderRef"), value: (row) => row.funderRef },
      { key: "own-ref", header: t("funding.identity.ownRef"), value: (row) => row.ownRef },
      {
        key: "applied-on",
        header: t("reports.grants.appliedOn"),
        value: (row) => dateCell(row.appliedOn),
      },
      {
        key: "applied",
        header: t("funding.identity.applied"),
        value: (row) => amountCell(row.appliedOre),
      },
      {
        key: "granted-on",
        header: t("reports.grants.grantedOn"),
        value: (row) => dateCell(row.grantedOn),
      },
      {
        key: "granted",
        header: t("funding.identity.granted"),
        value: (row) => amountCell(row.grantedOre),
      },
      {
        key: "closed-on",
        header: t("funding.identity.closed"),
        value: (row) => dateCell(row.closedOn),
      },
      {
        key: "conditions",
        header: t("funding.identity.conditions"),
        value: (row) => row.conditions,
      },
    ],
    rows: grants,
  };
}

export function decisionTable(
  { decisions }: Report,
  { t }: Speech,
): ReportTable<Report["decisions"][number]> {
  return {
    title: t("funding.identity.decisions"),
    columns: [
      {
        key: "date",
        header: t("funding.identity.decidedOn"),
        value: (row) => ({ date: row.decidedOn }),
      },
      { key: "body", header: t("funding.identity.body"), value: (row) => row.body },
      { key: "ref", header: t("funding.identity.ref"), value: (row) => row.ref },
      { key: "summary", header: t("funding.identity.decision"), value: (row) => row.summary },
    ],
    rows: decisions,
  };
}

export function appendixTable(
  { appendices }: Report,
  { t }: Speech,
): ReportTable<Report["appendices"][number]> {
  return {
    title: t("funding.identity.appendices"),
    columns: [
      { key: "title", header: t("reports.appendix"), value: (row) => row.title },
      { key: "date", header: t("reports.date"), value: (row) => dateCell(row.datedOn) },
    ],
    rows: appendices,
  };
}

/** What the project says in words. */
export function textTable({ texts }: Report, { t }: Speech): ReportTable<FactRow> {
  return {
    title: t("reports.texts.title"),
    columns: [
      { key: "heading", header: t("reports.texts.heading"), value: (row) => row.label },
      { key: "text", header: t("reports.texts.text"), value: (row) => row.value },
    ],
    rows: textNames.map((name) => ({ label: t(`reports.text.${name}`), value: texts[name] })),
  };
}

function percentAlready(percent: number | null): Cell {
  return percent === null ? null : { percent };
}

function factTable(
  title: string,
  { t }: Speech,
  facts: [label: string, value: Cell][],
): ReportTable<FactRow> {
  return {
    title,
    columns: [
      { key: "fact", header: t("reports.identity.fact"), value: (row) => row.label },
      { key: "value", header: t("reports.identity.value"), value: (row) => row.value },
    ],
    rows: facts.map(([label, value]) => ({ label, value })),
  };
}
