import { Check, Minus } from "lucide-react";
import { useT } from "~/i18n/context";
import { day, hours, state, text } from "~/tables/columns";
import type { StateTone, Table } from "~/tables/table";
import { Section } from "~/ui/page";
import { TableView } from "~/ui/table-view";
import "./element-list.css";
import type { HandOverView } from "./hand-over-page.queries.server";
import type { LearnersAnswer } from "../rules/occasion";

const tones: Record<LearnersAnswer, StateTone> = {
  confirmed: "good",
  waiting: "info",
  declined: "neutral",
};

/** Who learned, and what they have answered. */
export function LearnerTable({ learners }: Pick<HandOverView, "learners">) {
  const t = useT();
  return (
    <Section title={t("cascade.view.learners")}>
      <TableView table={learnerTable(learners)} hideCaption />
    </Section>
  );
}

type LearnerRow = HandOverView["learners"][number];

function learnerTable(rows: LearnerRow[]): Table<LearnerRow> {
  return {
    title: "cascade.view.learners",
    columns: [
      text("name", "cascade.view.learner", ({ name }) => name),
      state(
        "answer",
        "cascade.view.answer",
        ({ answer }, { t }) => t(`cascade.answer.${answer}`),
        ({ answer }) => tones[answer],
      ),
      day("on", "cascade.view.answeredOn", ({ answeredOn }) => answeredOn),
      ...(rows.some(({ keptMinutes }) => keptMinutes !== null) ? [keptHours] : []),
      ...(rows.some(({ hoursDeclinedOn }) => hoursDeclinedOn !== null) ? [declinedHours] : []),
    ],
    rows,
    rowKey: ({ id }) => id,
  };
}

/** The hours that somebody has confirmed, where a correction has others. */
const keptHours = hours<LearnerRow>(
  "kept",
  "cascade.view.keptHours",
  ({ keptMinutes }) => keptMinutes,
);

/** That they have said no to the others. */
const declinedHours = day<LearnerRow>(
  "hoursDeclined",
  "cascade.view.hoursDeclinedOn",
  ({ hoursDeclinedOn }) => hoursDeclinedOn,
);

/** Every core element of the method, told apart by sign and word. */
export function ElementList({ elements }: Pick<HandOverView, "elements">) {
  const t = useT();
  if (elements.length === 0) return null;
  const delivered = elements.filter((element) => element.delivered).length;
  return (
    <Section title={t("cascade.view.elements", { delivered, all: elements.length })}>
      <ul className="element-list">
        {elements.map((element) => (
          <li key={element.name} data-delivered={element.delivered}>
            {element.delivered ? <Check aria-hidden="true" /> : <Minus aria-hidden="true" />}
            <span>
              {element.name}
              <span className="visually-hidden">
                {": "}
                {t(element.delivered ? "cascade.view.delivered" : "cascade.view.notDelivered")}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
