import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import type { Translate } from "~/i18n/translator";
import { SubmitButton, type FormState } from "~/ui/form";
import { Link } from "~/ui/navigation";
import { ButtonLink, ConfirmButton, Notice, Page, Section } from "~/ui/page";
import { ApproveForm } from "../approval/approve-form";
import type { RecordDetails } from "./record-details.server";
import { RecordFacts } from "./record-facts";
import { ReturnForm } from "../approval/return-form";
import { TakeBackForm } from "../approval/take-back-form";
import type { RecordView } from "./training.queries.server";

type RecordPageProps = {
  view: RecordView;
  /** The form that could not be carried out, at its verb's address. */
  refused?: { approve?: FormState; return?: FormState; withdraw?: FormState };
};

/** One piece of training: what was sent in, what became of it, and what the viewer may do. */
export function RecordPage({
  view: { record, competences, submissionId },
  refused,
}: RecordPageProps) {
  const t = useT();
  const { may } = record;
  return (
    <Page
      width="narrow"
      title={recordTitle(t, record)}
      breadcrumb={[{ to: "/training", label: t("training.breadcrumb") }]}
      actions={<NextStep record={record} />}
    >
      <LastWord record={record} />
      <Section title={t("training.record.facts")}>
        <RecordFacts record={record} />
        {record.handOverId && (
          <p>
            <ButtonLink to={`/handovers/${record.handOverId}`}>
              {t("training.record.toHandOver")}
            </ButtonLink>
          </p>
        )}
        <Replacements record={record} />
      </Section>
      {may.decide && (
        <Section title={t("training.approve.title")}>
          <ApproveForm
            record={record}
            competences={competences}
            submissionId={submissionId}
            state={refused?.approve}
          />
          <ReturnForm record={record} submissionId={submissionId} state={refused?.return} />
        </Section>
      )}
      <History record={record} />
      {may.withdraw && (
        <ConfirmButton
          label={t("training.record.withdraw")}
          question={t("training.record.withdrawQuestion", { title: record.title })}
          consequence={t("training.record.withdrawConsequence")}
          confirmLabel={t("training.record.withdrawConfirm")}
          action={`/training/${record.id}/withdraw`}
          fields={{ submissionId }}
          also={
            <SubmitButton variant="secondary" name="next" value="again">
              {t("training.record.withdrawAgain")}
            </SubmitButton>
          }
        />
      )}
      {may["take-back"] && (
        <TakeBackForm record={record} submissionId={submissionId} state={refused?.withdraw} />
      )}
    </Page>
  );
}

/** "Sökmetoder på nätet: väntar på chef". */
export function recordTitle(t: Translate, { title, kind, status }: RecordDetails): string {
  return t("training.record.pageTitle", {
    title,
    status: t(`training.status.${kind}.${status}`).toLocaleLowerCase(),
  });
}

function NextStep({ record: { id, may } }: { record: RecordDetails }) {
  const t = useT();
  if (may.mend) {
    return (
      <ButtonLink to={`/training/${id}/edit`} variant="primary">
        {t("training.record.mend")}
      </ButtonLink>
    );
  }
  if (!may["log-again"]) return null;
  return (
    <ButtonLink to={`/training/log?from=${id}`} variant="primary">
      {t("training.record.logAgain")}
    </ButtonLink>
  );
}

/** What it has taken the place of, and what has taken its own. */
function Replacements({ record: { replaces, replacedBy } }: { record: RecordDetails }) {
  const t = useT();
  return (
    <>
      {replaces && (
        <p>
          <Link to={`/training/${replaces}`}>{t("training.record.replaces")}</Link>
        </p>
      )}
      {replacedBy && (
        <p>
          <Link to={`/training/${replacedBy}`}>{t("training.record.replacedBy")}</Link>
        </p>
      )}
    </>
  );
}

/** Why it came back, or why it stands still: what its owner wants to know first. */
function LastWord({ record }: { record: RecordDetails }) {
  const t = useT();
  const [last] = record.decisions;
  if (record.status === "returned" && last) {
    return (
      <Notice tone="warning" title={t("training.mend.word", { name: last.byName })}>
        {last.word}
      </Notice>
    );
  }
  if (record.waitsForOther) {
    return (
      <Notice title={t("training.record.ownWaits")}>{t("training.record.ownWaitsText")}</Notice>
    );
  }
  return null;
}

function History({ record }: { record: RecordDetails }) {
  const t = useT();
  const { formatDateTime } = useFormat();
  if (record.decisions.length === 0) return null;
  return (
    <Section title={t("training.record.history")}>
      <ul>
        {record.decisions.map(({ id, approved, word, level, observed, byName, at }, index, all) => (
          <li key={id}>
            {t(sentenceFor(approved, all[index + 1]?.approved), {
              name: byName,
              at: formatDateTime(at),
            })}
            {level !== null && (
              <>
                <br />
                {t("training.record.decidedLevel", {
                  level: t("competence.levelWords", { level, name: t(`ui.level.l${level}`) }),
                })}
                {observed && `, ${t("training.record.observed")}`}
              </>
            )}
            {word && (
              <>
                <br />
                {t("training.record.word", { word })}
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** After an approval there is nothing to return: a no is then the approval taken back. */
function sentenceFor(approved: boolean, approvedBefore = false) {
  if (approved) return "training.record.approvedBy" as const;
  return approvedBefore
    ? ("training.record.takenBackBy" as const)
    : ("training.record.returnedBy" as const);
}
