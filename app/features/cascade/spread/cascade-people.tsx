import { useT } from "~/i18n/context";
import { day, text } from "~/tables/columns";
import type { Table } from "~/tables/table";
import { Section } from "~/ui/page";
import { TableView } from "~/ui/table-view";
import type { CascadePage, Names } from "./cascade-page.queries.server";

type CascadePeopleProps = {
  page: Pick<CascadePage, "deadEnds" | "notReached" | "figures">;
};

/** Who could get the next chance to hand on, and who is still to be reached. */
export function CascadePeople({ page: { deadEnds, notReached, figures } }: CascadePeopleProps) {
  const t = useT();
  const hasLearners = figures.reproduction.learners > 0;
  return (
    <div className="grid" data-columns="2">
      <NameSection
        title={t("cascade.method.deadEnds")}
        lead={t("cascade.method.deadEndsLead")}
        names={deadEnds}
        none={t(hasLearners ? "cascade.method.noDeadEnds" : "cascade.method.nobodyLearned")}
      />
      {figures.reach.denominator > 0 && (
        <NameSection
          title={t("cascade.method.notReached")}
          lead={t("cascade.method.notReachedLead")}
          names={notReached}
          none={t("cascade.method.allReached")}
        />
      )}
    </div>
  );
}

type NameSectionProps = { title: string; lead: string; names: Names; none: string };

function NameSection({ title, lead, names: { names, count }, none }: NameSectionProps) {
  const t = useT();
  if (count === 0) {
    return (
      <Section title={title}>
        <p className="soft">{none}</p>
      </Section>
    );
  }
  return (
    <Section title={`${title} (${count})`} lead={lead}>
      <ul className="name-list">
        {names.map(({ name, hasLeft }, index) => (
          <li key={`${index} ${name}`}>
            {name}
            {hasLeft && <span className="soft"> ({t("cascade.method.left")})</span>}
          </li>
        ))}
        {count > names.length && (
          <li>{t("cascade.method.more", { count: count - names.length })}</li>
        )}
      </ul>
    </Section>
  );
}

type NotCountedRow = CascadePage["notCounted"]["rows"][number];

/** Hand-overs that stay without counting, each with its reason; nothing where there is none. */
export function NotCounted({ notCounted: { rows, count } }: Pick<CascadePage, "notCounted">) {
  const t = useT();
  if (count === 0) return null;
  return (
    <Section
      title={`${t("cascade.method.notCounted")} (${count})`}
      lead={t("cascade.method.notCountedLead")}
    >
      <TableView table={notCountedTable(rows)} hideCaption />
    </Section>
  );
}

function notCountedTable(rows: NotCountedRow[]): Table<NotCountedRow> {
  return {
    title: "cascade.method.notCounted",
    columns: [
      day("date", "cascade.method.date", ({ date }) => date, {
        link: ({ id, mayOpen }) => (mayOpen ? `/handovers/${id}` : null),
      }),
      text("trainers", "cascade.method.trainers", ({ trainers }) => trainers.join(", ")),
      text("learners", "cascade.method.learners", ({ learners }) => learners.join(", ")),
      text("reason", "cascade.method.reason", ({ reason }, { t }) => t(`cascade.reason.${reason}`)),
    ],
    rows,
    rowKey: ({ id }) => id,
  };
}
