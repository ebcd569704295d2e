import { useT } from "~/i18n/context";
import type { Speech, Translate } from "~/i18n/translator";
import { day, hours, state, text } from "~/tables/columns";
import type { StateTone, Table } from "~/tables/table";
import { ButtonLink, EmptyState } from "~/ui/page";
import { TableView } from "~/ui/table-view";
import type { HandOverList, HandOverRow, HandOverState } from "./hand-overs.queries.server";

/** What the list of hand-overs tells: of one's own how many count, and how many are entered. */
export function handOversTitle(t: Translate, { part, parts, counted }: HandOverList): string {
  const count = parts.find((one) => one.part === part)?.count ?? 0;
  if (count === 0) return t("cascade.list.titleNone");
  if (part === "reach") return t("cascade.list.titleReach", { count });
  const title = t(part === "given" ? "cascade.list.titleGiven" : "cascade.list.titleReceived", {
    count: counted[part],
  });
  return count === counted[part] ? title : t("cascade.list.titleEntered", { title, count });
}

/** Hand-overs in rows: what, when, who, and whether each counts. */
export function HandOverTable({ list }: { list: HandOverList }) {
  const t = useT();
  return (
    <TableView
      table={handOverTable(list.handOvers)}
      hideCaption
      below={{ learners: ["confirmed"] }}
      empty={
        <EmptyState
          title={t(`cascade.list.empty.${list.part}`)}
          action={
            list.part === "given" && (
              <ButtonLink to="/handovers/new">{t("cascade.list.new")}</ButtonLink>
            )
          }
        >
          {t("cascade.list.emptyText")}
        </EmptyState>
      }
    />
  );
}

function handOverTable(rows: HandOverRow[]): Table<HandOverRow> {
  return {
    title: "cascade.list.caption",
    columns: [
      text("method", "cascade.list.method", ({ competence }) => competence.name, {
        link: ({ id }) => `/handovers/${id}`,
      }),
      day("date", "cascade.list.date", ({ heldOn }) => heldOn, { style: "short" }),
      hours("hours", "cascade.list.hours", ({ minutes }) => minutes),
      text("trainers", "cascade.list.trainers", ({ trainers }) => trainers.join(", ")),
      text("learners", "cascade.list.learners", ({ learners }) =>
        learners.map(({ name }) => name).join(", "),
      ),
      text("confirmed", "cascade.view.answer", confirmedOf),
      // Whether it counts, in a word. The reason stands on its page.
      state(
        "state",
        "cascade.list.state",
        (row, { t }) => t(`cascade.state.${row.state}`),
        (row) => tones[row.state],
      ),
    ],
    rows,
    rowKey: ({ id }) => id,
  };
}

function confirmedOf({ learners }: HandOverRow, { t }: Speech): string {
  const confirmed = learners.filter(({ answer }) => answer === "confirmed").length;
  return t("cascade.list.confirmed", { confirmed, all: learners.length });
}

const tones: Record<HandOverState, StateTone> = {
  counted: "good",
  withdrawn: "neutral",
  declined: "neutral",
  "after-as-of": "neutral",
  "trainer-had-not-learned": "warning",
  "trainer-not-cleared": "warning",
  "not-confirmed": "info",
};
