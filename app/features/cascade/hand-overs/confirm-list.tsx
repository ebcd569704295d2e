import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import type { Translate } from "~/i18n/translator";
import { AskedAgain, FormErrors, SubmitButton, type FormState } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { Card, ConfirmButton, Section } from "~/ui/page";
import type { ToConfirm } from "./to-confirm.queries.server";

type ConfirmListProps = {
  handOvers: ToConfirm[];
  /** The page it stands on, to come back to. */
  returnTo: string;
};

/** What the viewer is asked to confirm as a learner, each with its two answers; nothing for none. */
export function ConfirmList({ handOvers, returnTo }: ConfirmListProps) {
  const t = useT();
  if (handOvers.length === 0) return null;
  return (
    <Section id="confirm" title={t("cascade.toConfirm.title", { count: handOvers.length })}>
      <div className="stack">
        {handOvers.map((handOver) => (
          <ToConfirmCard key={handOver.id} handOver={handOver} returnTo={returnTo} />
        ))}
      </div>
    </Section>
  );
}

function ToConfirmCard({ handOver, returnTo }: { handOver: ToConfirm; returnTo: string }) {
  const t = useT();
  const { formatDate, formatHours } = useFormat();
  const { competence, trainers, elements } = handOver;
  const values = {
    trainers: trainers.join(", "),
    competence: competence.name,
    date: formatDate(handOver.heldOn),
    hours: formatHours(handOver.minutes),
  };
  if (handOver.minutesBefore !== null) {
    const before = formatHours(handOver.minutesBefore);
    return (
      <Card title={competence.name}>
        <p>{t("cascade.toConfirm.hoursText", { ...values, before })}</p>
        <AnswerButtons id={handOver.id} values={values} before={before} returnTo={returnTo} />
      </Card>
    );
  }
  return (
    <Card title={competence.name}>
      <p>
        {t("cascade.toConfirm.text", values)} {t(`cascade.form.${handOver.form}`)}.
      </p>
      {elements.length > 0 && (
        <p className="soft">{t("cascade.toConfirm.elements", { elements: elements.join("; ") })}</p>
      )}
      <p className="soft">
        {t("cascade.toConfirm.note", { level: t(`ui.level.l${handOver.givesLevel}`) })}
      </p>
      <AnswerButtons id={handOver.id} values={values} returnTo={returnTo} />
    </Card>
  );
}

type AnswerButtonsProps = {
  id: string;
  values: { competence: string; date: string };
  /** The hours that the learner has confirmed, where it is the new ones that are asked about. */
  before?: string | undefined;
  returnTo: string;
  /** The yes as it was sent, where there is something to ask before. */
  state?: FormState;
};

/** The learner's two answers. To decline takes two steps: it takes hours out of the books. */
export function AnswerButtons({ id, values, before, returnTo, state }: AnswerButtonsProps) {
  const t = useT();
  const words = before === undefined ? partWords(t) : hoursWords(t, before);
  const to = (verb: string) => `/handovers/${id}/${verb}?returnTo=${encodeURIComponent(returnTo)}`;
  return (
    <div className="actions">
      <Form method="post" action={to("confirm")} className={state && "form"} noValidate>
        <FormErrors errors={state?.errors} />
        <AskedAgain state={state} label={t("cascade.toConfirm.agree")} />
        <SubmitButton>
          {words.confirm}
          <Which values={values} />
        </SubmitButton>
      </Form>
      <ConfirmButton
        action={to("decline")}
        label={
          <>
            {words.decline}
            <Which values={values} />
          </>
        }
        question={words.question(values)}
        consequence={words.consequence}
        confirmLabel={words.declineConfirm}
      />
    </div>
  );
}

type Values = AnswerButtonsProps["values"];

function partWords(t: Translate) {
  return {
    confirm: t("cascade.toConfirm.confirm"),
    decline: t("cascade.toConfirm.decline"),
    question: (values: Values) => t("cascade.toConfirm.declineQuestion", values),
    consequence: t("cascade.toConfirm.declineConsequence"),
    declineConfirm: t("cascade.toConfirm.declineConfirm"),
  };
}

function hoursWords(t: Translate, before: string) {
  return {
    confirm: t("cascade.toConfirm.hoursConfirm"),
    decline: t("cascade.toConfirm.hoursDecline", { before }),
    question: (values: Values) => t("cascade.toConfirm.hoursQuestion", { ...values, before }),
    consequence: t("cascade.toConfirm.hoursConsequence", { before }),
    declineConfirm: t("cascade.toConfirm.hoursDecline", { before }),
  };
}

/** For those who hear the buttons one by one. */
function Which({ values: { competence, date } }: Pick<AnswerButtonsProps, "values">) {
  return <span className="visually-hidden">{` (${competence} ${date})`}</span>;
}
