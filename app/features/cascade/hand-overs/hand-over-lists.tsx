import { Check, Minus } from "lucide-react";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable } from "~/ui/data-table";
import { Badge, Section, type BadgeTone } from "~/ui/page";
import "./element-list.css";
import type { HandOverView } from "./hand-over-page.queries.server";
import type { LearnersAnswer } from "../rules/occasion";

const tones: Record<LearnersAnswer, BadgeTone> = {
  confirmed: "good",
  waiting: "info",
  declined: "neutral",
};

/** Who learned, and what they have answered. */
export function LearnerTable({ learners }: Pick<HandOverView, "learners">) {
  const t = useT();
  const { formatDate, formatHours } = useFormat();
  return (
    <Section title={t("cascade.view.learners")}>
      <DataTable
        caption={t("cascade.view.learners")}
        hideCaption
        rows={learners}
        rowKey={({ id }) => id}
        columns={[
          { key: "name", header: t("cascade.view.learner"), cell: ({ name }) => name },
          {
            key: "answer",
            header: t("cascade.view.answer"),
            cell: ({ answer, keptMinutes }) => (
              <>
                <Badge tone={tones[answer]}>{t(`cascade.answer.${answer}`)}</Badge>
                {keptMinutes !== null && ` ${formatHours(keptMinutes)}`}
              </>
            ),
          },
          {
            key: "on",
            header: t("cascade.view.answeredOn"),
            cell: ({ answeredOn }) => answeredOn && formatDate(answeredOn),
          },
        ]}
      />
    </Section>
  );
}

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
