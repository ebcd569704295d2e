import { useT } from "~/i18n/context";
import { count, day, text } from "~/tables/columns";
import type { Table } from "~/tables/table";
import { Link } from "~/ui/navigation";
import { Disclosure, EmptyState, Section } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { TableView } from "~/ui/table-view";
import type { CascadePage, LineagePerson } from "./cascade-page.queries.server";
import { LineageDrawing } from "./lineage-drawing";
import { LineageList } from "./lineage-list";
import { StandingBadges, standingsOf } from "./lineage-standing";

type LineageFigureProps = {
  page: Pick<CascadePage, "competence" | "drawing" | "people" | "acquired" | "branches">;
  /** The page's own, with its group: a page of branches is asked for beside it. */
  address: string;
};

/**
 * Who learned from whom: a tree, on phones a list, and a table, all from the same rows. A long
 * lineage comes a page of branches at a time.
 */
export function LineageFigure({
  page: { competence, drawing, people, acquired, branches },
  address,
}: LineageFigureProps) {
  const t = useT();
  const label = t("cascade.method.treeLabel", {
    competence: competence.name,
    people: people.length,
    generations: drawing.columns,
  });
  const table = (
    <TableView
      table={lineageTable({ people, competence, isWhole: branches === null })}
      cells={{ standing: (person) => <StandingBadges person={person} /> }}
    />
  );
  return (
    <Section title={t("cascade.method.tree")} lead={t("cascade.method.treeLead")}>
      {people.length === 0 ? (
        <EmptyState title={t("cascade.method.emptyTree")}>
          {t("cascade.method.emptyTreeText")}
        </EmptyState>
      ) : (
        <figure className="lineage-figure">
          {branches && <LineAbove {...{ people, acquired, branches, address }} />}
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
          {branches ? table : <Disclosure summary={t("ui.showAsTable")}>{table}</Disclosure>}
          {branches && (
            <Pagination
              page={branches.page}
              pageCount={branches.pageCount}
              hrefFor={(page) => `${branchAddress(address, branches.above)}&page=${page}`}
            />
          )}
        </figure>
      )}
    </Section>
  );
}

type Above = { id: string }[];

function branchAddress(address: string, above: Above): string {
  const from = above.at(-1)?.id;
  return from === undefined ? address : `${address}&from=${from}`;
}

type LineAboveProps = Pick<CascadePage, "people" | "acquired"> & {
  branches: NonNullable<CascadePage["branches"]>;
  address: string;
};

/** How much of a long lineage is shown, and the way back up from a branch of it. */
function LineAbove({ people, acquired, branches: { above }, address }: LineAboveProps) {
  const t = useT();
  return (
    <>
      <p className="soft">
        {t("cascade.method.branches", { shown: people.length, count: acquired })}
      </p>
      {above.length > 0 && (
        <ol className="lineage-line" aria-label={t("cascade.method.above")}>
          <li>
            <Link to={address}>{t("cascade.method.allBranches")}</Link>
          </li>
          {above.map(({ id, name }, index) => (
            <li key={id}>
              {index === above.length - 1 ? (
                <span aria-current="page">{name}</span>
              ) : (
                <Link to={`${address}&from=${id}`}>{name}</Link>
              )}
            </li>
          ))}
        </ol>
      )}
    </>
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
  competence: { name: competence },
  isWhole,
}: Pick<CascadePage, "people" | "competence"> & { isWhole: boolean }): Table<LineagePerson> {
  return {
    title: ({ t }) =>
      isWhole
        ? t("cascade.method.tableCaption", { competence })
        : t("cascade.method.branchesCaption", { competence }),
    columns: [
      text("name", "cascade.method.name", ({ name }) => name, { link: ({ branch }) => branch }),
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
