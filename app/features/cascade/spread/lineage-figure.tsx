import { useT } from "~/i18n/context";
import { count, day, text } from "~/tables/columns";
import type { Table } from "~/tables/table";
import { Disclosure, EmptyState, Section } from "~/ui/page";
import { TableView } from "~/ui/table-view";
import type { CascadePage, LineagePerson } from "./cascade-page.queries.server";
import { LineageDrawing } from "./lineage-drawing";
import { LineageList } from "./lineage-list";
import { StandingBadges, standingsOf } from "./lineage-standing";

type LineageFigureProps = {
  page: Pick<CascadePage, "competence" | "drawing" | "people" | "gathered">;
};

/** Who learned from whom: a tree, on phones a list, and a table, all from the same rows. */
export function LineageFigure({
  page: { competence, drawing, people, gathered },
}: LineageFigureProps) {
  const t = useT();
  const label = t("cascade.method.treeLabel", {
    competence: competence.name,
    people: people.length + gathered,
    generations: drawing.columns,
  });
  return (
    <Section title={t("cascade.method.tree")} lead={t("cascade.method.treeLead")}>
      {people.length === 0 ? (
        <EmptyState title={t("cascade.method.emptyTree")}>
          {t("cascade.method.emptyTreeText")}
        </EmptyState>
      ) : (
        <figure className="lineage-figure">
          {drawing.columns > 2 && (
            <p className="lineage-hint" data-columns={drawing.columns}>
              {t("cascade.method.scrollHint")}
            </p>
          )}
          <div
            className="lineage-region"
            role="region"
            aria-label={label}
            // A region that scrolls must be reachable by keyboard (WCAG 2.1.1).
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
          >
            <LineageDrawing drawing={drawing} people={people} label={label} />
          </div>
          <div className="lineage-narrow">
            <LineageList people={people} />
          </div>
          <LineageKey />
          {gathered > 0 && (
            <p className="soft">{t("cascade.method.gathered", { count: gathered })}</p>
          )}
          <Disclosure summary={t("ui.showAsTable")}>
            <TableView
              table={lineageTable({ people, competence })}
              cells={{ standing: (person) => <StandingBadges person={person} /> }}
            />
          </Disclosure>
        </figure>
      )}
    </Section>
  );
}

function LineageKey() {
  const t = useT();
  return (
    <figcaption>
      <ul className="lineage-key" aria-label={t("cascade.method.key")}>
        <li data-sign="carrier">{t("cascade.method.keyMayTeach")}</li>
        <li data-sign="dead-end">{t("cascade.method.keyStops")}</li>
        <li data-sign="left">{t("cascade.method.keyLeft")}</li>
      </ul>
    </figcaption>
  );
}

function lineageTable({
  people,
  competence,
}: Pick<CascadePage, "people" | "competence">): Table<LineagePerson> {
  return {
    title: ({ t }) => t("cascade.method.tableCaption", { competence: competence.name }),
    columns: [
      text("name", "cascade.method.name", ({ name }) => name),
      count("generation", "cascade.spread.generations", ({ generation }) => generation),
      day("when", "cascade.method.when", ({ acquiredOn }) => acquiredOn, {
        link: ({ handOverId }) => handOverId && `/handovers/${handOverId}`,
      }),
      text(
        "from",
        "cascade.method.from",
        ({ learnedFrom }, { t }) => learnedFrom.join(", ") || t("cascade.method.outside"),
      ),
      text("standing", "cascade.method.standing", (person, { t }) =>
        standingsOf(t, person).join(", "),
      ),
    ],
    rows: people,
    rowKey: ({ id }) => id,
  };
}
