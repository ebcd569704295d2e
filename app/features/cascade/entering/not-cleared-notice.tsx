import { useT } from "~/i18n/context";
import { text } from "~/tables/columns";
import type { Table } from "~/tables/table";
import { ButtonLink, Notice, Section } from "~/ui/page";
import { TableView } from "~/ui/table-view";
import type { HandOverFormView, Standing } from "./hand-over-form.queries.server";

type NotClearedProps = { competence: { code: string; name: string }; standing: Standing };

/** Why the viewer may not hand a method on, and what they can do about it. */
export function NotClearedNotice({ competence, standing }: NotClearedProps) {
  const t = useT();
  if (standing === "cleared") return null;
  return (
    <Notice tone="warning" title={t("cascade.enter.notYet", { competence: competence.name })}>
      <div className="stack">
        <p>
          {t(`cascade.enter.standing.${standing}`)}. {t(`cascade.enter.todo.${standing}`)}
        </p>
        <div className="actions">
          {standing === "not-acquired" && (
            <ButtonLink to="/training/log">{t("cascade.enter.logCourse")}</ButtonLink>
          )}
          <ButtonLink to={`/cascade/${competence.code}`}>{t("cascade.enter.whoCan")}</ButtonLink>
        </div>
      </div>
    </Notice>
  );
}

/** Every method with how the viewer stands to it, for those who may hand on none. */
export function StandingTable({ competences }: Pick<HandOverFormView, "competences">) {
  const t = useT();
  return (
    <Section title={t("cascade.enter.notYetAny")}>
      <TableView table={standingTable(competences)} hideCaption />
    </Section>
  );
}

type MethodRow = HandOverFormView["competences"][number];

function standingTable(rows: MethodRow[]): Table<MethodRow> {
  return {
    title: "cascade.enter.methodState",
    columns: [
      text("method", "cascade.enter.method", ({ name }) => name),
      text("standing", "cascade.enter.methodState", ({ standing }, { t }) =>
        t(`cascade.enter.standing.${standing}`),
      ),
      text("todo", "cascade.enter.next", ({ standing }, { t }) =>
        standing === "cleared" ? "" : t(`cascade.enter.todo.${standing}`),
      ),
    ],
    rows,
    rowKey: ({ code }) => code,
  };
}
