import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import type { Translate } from "~/i18n/translator";
import type { FormState } from "~/ui/form";
import { Link } from "~/ui/navigation";
import { ButtonLink, Card, DescriptionList, Notice, Page, Section } from "~/ui/page";
import { AnswerButtons } from "./confirm-list";
import { HandOverBooks } from "./hand-over-books";
import { ElementList, LearnerTable } from "./hand-over-lists";
import type { HandOverView } from "./hand-over-page.queries.server";
import { WithdrawForm } from "./withdraw-form";

type HandOverPageProps = {
  view: HandOverView;
  /** The form that takes it back, as it was sent where it could not be carried out. */
  withdraw?: FormState;
  /** A learner's yes, as it was sent where there is something to ask before. */
  answer?: FormState;
};

/** One hand-over: what it was, who answered, and what it became in the three books. */
export function HandOverPage({ view, withdraw, answer }: HandOverPageProps) {
  const t = useT();
  const { formatDate, formatHours } = useFormat();
  const values = { competence: view.competence.name, date: formatDate(view.heldOn) };
  const minutesBefore = view.awaited?.minutesBefore ?? null;
  const before = minutesBefore === null ? undefined : formatHours(minutesBefore);
  return (
    <Page
      title={handOverTitle(t, view, formatDate(view.heldOn))}
      breadcrumb={[{ to: "/handovers", label: t("cascade.breadcrumb") }]}
    >
      <HandOverNotices view={view} />
      {view.awaited && (
        <Card title={t(before ? "cascade.view.hoursTitle" : "cascade.view.answerTitle")} level={2}>
          <AnswerButtons
            id={view.id}
            values={values}
            before={before}
            returnTo={`/handovers/${view.id}`}
            state={answer}
          />
        </Card>
      )}
      <Section title={t("cascade.view.facts")}>
        <DescriptionList
          items={[
            {
              term: t("cascade.view.method"),
              value: <Link to={`/cascade/${view.competence.code}`}>{view.competence.name}</Link>,
            },
            { term: t("cascade.view.date"), value: formatDate(view.heldOn) },
            { term: t("cascade.view.hours"), value: formatHours(view.minutes) },
            { term: t("cascade.view.form"), value: t(`cascade.form.${view.form}`) },
            {
              term: t("cascade.view.level"),
              value: `${view.givesLevel} ${t(`ui.level.l${view.givesLevel}`)}`,
            },
            {
              term: t("cascade.view.trainers"),
              value: view.trainers.map(({ name }) => name).join(", "),
            },
            ...(view.corrects
              ? [{ term: t("cascade.view.corrects"), value: <OtherHandOver {...view.corrects} /> }]
              : []),
            ...(view.note ? [{ term: t("cascade.view.note"), value: view.note }] : []),
          ]}
        />
      </Section>
      <LearnerTable learners={view.learners} />
      {!view.withdrawn && <HandOverBooks view={view} />}
      <ElementList elements={view.elements} />
      {view.mayWithdraw && (
        <WithdrawForm
          id={view.id}
          submissionId={view.submissionId}
          values={values}
          state={withdraw}
        />
      )}
    </Page>
  );
}

/** What the page of a hand-over tells. */
export function handOverTitle(
  t: Translate,
  { competence, learners, withdrawn }: HandOverView,
  date: string,
): string {
  const confirmed = learners.filter(({ answer }) => answer === "confirmed").length;
  const values = { competence: competence.name, date, confirmed, all: learners.length };
  return withdrawn ? t("cascade.view.titleWithdrawn", values) : t("cascade.view.title", values);
}

function OtherHandOver({ id, heldOn }: { id: string; heldOn: string }) {
  const { formatDate } = useFormat();
  return <Link to={`/handovers/${id}`}>{formatDate(heldOn)}</Link>;
}

function HandOverNotices({ view: { id, state, withdrawn, correctedBy } }: { view: HandOverView }) {
  const t = useT();
  const { formatDate } = useFormat();
  if (withdrawn) {
    return (
      <Notice
        tone="warning"
        title={t("cascade.view.withdrawnTitle", { date: formatDate(withdrawn.on) })}
      >
        <div className="stack">
          <p>
            {t("cascade.view.withdrawnBy", {
              name: withdrawn.byName ?? t("ui.appName"),
              reason: withdrawn.reason,
            })}{" "}
            {t("cascade.view.withdrawnText")}
          </p>
          {correctedBy ? (
            <p>
              {t("cascade.view.correctedBy")} <OtherHandOver {...correctedBy} />
            </p>
          ) : (
            <div className="actions">
              <ButtonLink to={`/handovers/new?from=${id}`}>
                {t("cascade.view.enterAnew")}
              </ButtonLink>
            </div>
          )}
        </div>
      </Notice>
    );
  }
  if (state === "counted" || state === "not-confirmed" || state === "withdrawn") return null;
  return (
    <Notice tone="warning" title={t("cascade.view.notCountedTitle")}>
      {t(`cascade.reason.${state}`)}
    </Notice>
  );
}
