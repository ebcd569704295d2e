import { ownHoursWorth } from "~/features/funding/own-hours/own-hours-worth";
import { formatsOf } from "~/i18n/format";
import type { Speech } from "~/i18n/translator";
import type { Report } from "../rules/report";

/** The parts of a report's page, from its top. */
const pageParts = [
  ...["about", "money", "time", "own-hours", "training"],
  ...["cascade", "outcomes", "texts", "papers", "sets"],
] as const;
export type PagePart = (typeof pageParts)[number];

/** A heading of a report's page, over its sections of the same part. */
export type ReportPart = { key: PagePart; title: string; lead?: string };

export function reportParts(report: Report, speech: Speech): ReportPart[] {
  return pageParts.map((key) => ({ key, ...headings[key](report, speech) }));
}

const headings: Record<
  PagePart,
  (report: Report, speech: Speech) => Pick<ReportPart, "title" | "lead">
> = {
  about: ({ project }, { t }) => ({ title: t("reports.identity.heading"), lead: project.purpose }),
  money: ({ leftOut = [] }, { t }) => ({
    title: t("reports.money.title"),
    lead: [
      t("reports.money.lead"),
      ...(leftOut.length === 0
        ? []
        : [t("reports.money.leftOut", { count: leftOut.length, lines: leftOut.join("; ") })]),
    ].join(" "),
  }),
  time: (_report, { t }) => ({ title: t("funding.cumulative.title") }),
  "own-hours": ({ ownHours, money: { totals } }, speech) => {
    const { t, language } = speech;
    const { formatHours } = formatsOf(language);
    return {
      title: t("reports.hours.finding", { hours: formatHours(ownHours.accumulatedMinutes) }),
      lead: t("reports.hours.lead", {
        worth: ownHoursWorth({ ownHours, totals }, speech),
      }),
    };
  },
  training: (_report, { t }) => ({
    title: t("reports.training.title"),
    lead: t("reports.training.lead"),
  }),
  cascade: (_report, { t }) => ({
    title: t("reports.cascade.title"),
    lead: t("reports.cascade.lead"),
  }),
  outcomes: (_report, { t }) => ({ title: t("reports.indicators.title") }),
  texts: (_report, { t }) => ({ title: t("reports.texts.title") }),
  papers: (_report, { t }) => ({ title: t("reports.identity.papers") }),
  sets: (_report, { t }) => ({ title: t("reports.sets.heading") }),
};
