import type { MessageKey } from "~/i18n/translator";
import { count, day, money, percent, text } from "~/tables/columns";
import type { Column, Table, Words } from "~/tables/table";
import { lastDayOf } from "~/terms/period";
import { textNames, type Report, type TextName } from "../rules/report";

/** What report this is, and what its figures cover. */
export function headTable({ report, asOf, bookedThrough }: Report): Table<Report["report"]> {
  return factTable("reports.identity.report", report, [
    text("kind", "reports.identity.kind", ({ kind }, { t }) => t(`reports.kind.${kind}`)),
    text("title", "reports.identity.title", ({ title }) => title),
    day("from", "reports.identity.from", ({ startsOn }) => startsOn),
    day("to", "reports.identity.to", lastDayOf),
    day("as-of", "reports.identity.asOf", () => asOf),
    day("booked-through", "reports.identity.bookedThrough", () => bookedThrough),
    day("due", "reports.identity.due", ({ dueOn }) => dueOn),
    day("shared", "reports.identity.shared", ({ sharedOn }) => sharedOn),
    count("version", "reports.identity.version", ({ version }) => version?.number ?? null),
    day("frozen", "reports.identity.frozen", ({ version }) => version?.frozenOn ?? null),
  ]);
}

/** Which project, and who answers for it. */
export function projectTable({ project }: Report): Table<Report["project"]> {
  return factTable("reports.identity.project", project, [
    text("name", "reports.identity.name", ({ name }) => name),
    text("code", "reports.identity.code", ({ code }) => code),
    day("from", "reports.identity.projectFrom", ({ startsOn }) => startsOn),
    day("to", "reports.identity.projectTo", lastDayOf),
    text("owner", "reports.identity.owner", ({ owner }) => owner),
    text("org-number", "reports.identity.orgNumber", ({ orgNumber }) => orgNumber),
    text("unit", "reports.identity.unit", ({ unit }) => unit),
    // The page says it above.
    text("purpose", "reports.identity.purpose", ({ purpose }) => purpose, { on: "file" }),
  ]);
}

/** Each grant against what it has paid, and how far the methods have reached. */
export function summaryTable({ grantUse, training, cascade }: Report): Table<Report["grantUse"]> {
  const reached = (percentage: number | null) => (percentage === null ? null : percentage / 100);
  const ofGrants = grantUse.flatMap((use) => {
    const named = (key: MessageKey): Words =>
      grantUse.length > 1 ? ({ t }) => `${t(key)}: ${use.title}` : key;
    const keyed = (key: string) => `${key} ${use.grantId}`;
    return [
      money(keyed("granted"), named("reports.summary.granted"), () => use.grantedOre),
      money(keyed("spent"), named("reports.summary.spent"), () => use.spentOre),
      money(keyed("remaining"), named("reports.summary.remaining"), () => use.remainingOre),
      percent(keyed("share"), named("reports.summary.share"), () => use.share),
    ];
  });
  return factTable("reports.summary.title", grantUse, [
    ...ofGrants,
    count("trained-new", "reports.summary.newPeople", () => training.trainedPeople.thisPeriod),
    count("active", "reports.summary.activePeople", () => training.activePeople),
    count("trained", "reports.summary.trainedPeople", () => training.trainedPeople.accumulated),
    count("trained-beside", "reports.summary.besidePeople", () => training.besidePeople),
    percent("reach-before", "reports.summary.reachBefore", () =>
      reached(cascade.reachPercentBefore),
    ),
    percent("reach", "reports.summary.reach", () => reached(cascade.reachPercent)),
  ]);
}

type Partner = Report["project"]["partners"][number];

export function partnerTable({ project }: Report): Table<Partner> {
  return {
    title: "reports.partners.title",
    columns: [
      text("name", "funding.hours.party", ({ name }) => name),
      text("org", "reports.identity.orgNumber", ({ orgNumber }) => orgNumber),
      text("role", "funding.hours.role", ({ role }, { t }) => t(`funding.role.${role}`)),
    ],
    rows: project.partners,
    rowKey: ({ id }) => id,
  };
}

export function grantTable({ grants }: Report): Table<Report["grants"][number]> {
  return {
    title: "reports.grants.title",
    columns: [
      text("title", "reports.grants.funder", ({ title }) => title, { on: "page" }),
      text("funder", "reports.grants.funder", ({ funder }) => funder, { on: "file" }),
      text("programme", "funding.identity.programme", ({ programme }) => programme),
      text("funder-ref", "funding.identity.funderRef", ({ funderRef }) => funderRef),
      text("own-ref", "funding.identity.ownRef", ({ ownRef }) => ownRef),
      day("applied-on", "reports.grants.appliedOn", ({ appliedOn }) => appliedOn),
      money("applied", "funding.identity.applied", ({ appliedOre }) => appliedOre),
      day("granted-on", "reports.grants.grantedOn", ({ grantedOn }) => grantedOn),
      money("granted", "funding.identity.granted", ({ grantedOre }) => grantedOre),
      day("closed-on", "funding.identity.closed", ({ closedOn }) => closedOn),
      text("conditions", "funding.identity.conditions", ({ conditions }) => conditions),
    ],
    rows: grants,
    rowKey: ({ id }) => id,
  };
}

export function appendixTable({ appendices }: Report): Table<Report["appendices"][number]> {
  return {
    title: "funding.identity.appendices",
    columns: [
      text("title", "reports.appendix", ({ title }) => title),
      day("date", "reports.date", ({ datedOn }) => datedOn),
    ],
    rows: appendices,
    rowKey: ({ id }) => id,
  };
}

/** What the project says in words. */
export function textTable({ texts }: Report): Table<TextName> {
  return {
    title: "reports.texts.title",
    columns: [
      text("heading", "reports.texts.heading", (name, { t }) => t(`reports.text.${name}`)),
      text("text", "reports.texts.text", (name) => texts[name]),
    ],
    rows: [...textNames],
    rowKey: (name) => name,
    isBlank: (name) => texts[name] === "",
  };
}

/** Facts of one thing, a line each. */
function factTable<Thing>(
  title: Words,
  thing: Thing,
  columns: Column<NoInfer<Thing>>[],
): Table<Thing> {
  return {
    title,
    columns,
    rows: [thing],
    rowKey: () => "0",
    onSide: { corner: "reports.identity.fact", heading: () => "reports.identity.value" },
  };
}
