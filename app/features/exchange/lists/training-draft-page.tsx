import { useT } from "~/i18n/context";
import type { FormState } from "~/ui/form";
import { EmptyState, Notice, Stat, StatRow, type Crumb } from "~/ui/page";
import { ApplyTrainingForm } from "./apply-training-form";
import { ColumnChoice } from "./column-choice";
import { ListQuestions } from "./list-questions";
import { useCounted } from "../uploads/counted";
import { DraftFrame } from "../uploads/draft-frame";
import type { TrainingDraft } from "../uploads/import-page.queries.server";
import type { TrainingPreview } from "./training-preview.queries.server";
import { AskedRows, BadRows, ChangedRows, EarlyRows, GoodRows } from "./training-row-tables";

type Props = { page: TrainingDraft; state: FormState | undefined; breadcrumb: Crumb[] };

/** A training list before it is brought in: its columns, the figures, the button, and the rows. */
export function TrainingDraftPage({ page, state, breadcrumb }: Props) {
  const t = useT();
  const { training, submissionId } = page;
  const isMapped = training.mappingFaults.length === 0;
  return (
    <DraftFrame page={page} title={useTitle(page)} breadcrumb={breadcrumb}>
      <RemovedNumbers count={training.removedNumbers} />
      {training.isOfStrangers && (
        <Notice tone="warning" title={t("exchange.training.strangers")}>
          {t("exchange.training.strangersText")}
        </Notice>
      )}
      <Unfinished count={training.unfinished} />
      <ColumnChoice training={training} />
      {isMapped && (
        <>
          <ListQuestions training={training} />
          {training.askedRows > 0 && <AskedRows training={training} />}
          <Figures training={training} />
          {training.addedCount + training.earlyCount + training.replaceableCount > 0 && (
            <ApplyTrainingForm training={training} submissionId={submissionId} state={state} />
          )}
          {isNothing(training) && !training.isOfStrangers && (
            <EmptyState title={t("exchange.training.nothing")}>
              {t("exchange.training.nothingKnown")}
            </EmptyState>
          )}
          {training.faultCount > 0 && <BadRows training={training} />}
          {training.changedCount > 0 && <ChangedRows training={training} />}
          {training.earlyCount > 0 && <EarlyRows training={training} />}
          {training.addedCount > 0 && <GoodRows training={training} />}
        </>
      )}
    </DraftFrame>
  );
}

function useTitle({ fileName: name, training }: TrainingDraft): string {
  const t = useT();
  const counted = useCounted();
  const { mappingFaults, rowCount, addedCount, earlyCount, replaceableCount } = training;
  if (mappingFaults.length > 0) return t("exchange.training.titleColumns", { name });
  if (isNothing(training)) return t("exchange.training.titleNothing", { name });
  if (addedCount + earlyCount + replaceableCount === 0) {
    return counted("exchange.training.titleAsked", training.askedRows, { name });
  }
  return t("exchange.training.titleGood", { name, good: addedCount, rows: rowCount });
}

/** There is neither anything to bring in nor to answer. */
function isNothing({ addedCount, earlyCount, replaceableCount, askedRows }: TrainingPreview) {
  return addedCount + earlyCount + replaceableCount + askedRows === 0;
}

function Unfinished({ count }: { count: number }) {
  const counted = useCounted();
  return count > 0 ? <Notice title={counted("exchange.training.unfinished", count)} /> : null;
}

function RemovedNumbers({ count }: { count: number }) {
  const t = useT();
  const counted = useCounted();
  if (count === 0) return null;
  return (
    <Notice title={counted("exchange.training.removed", count)}>
      {t("exchange.training.removedText")}
    </Notice>
  );
}

function Figures({
  training: { addedCount, earlyCount, badRows, known },
}: {
  training: TrainingPreview;
}) {
  const t = useT();
  return (
    <StatRow>
      <Stat label={t("exchange.training.good")} value={addedCount} />
      <Stat
        label={t("exchange.training.bad")}
        value={badRows}
        tone={badRows > 0 ? "warning" : undefined}
        note={badRows > 0 && <a href="#bad-rows">{t("exchange.training.badNote")}</a>}
      />
      {earlyCount > 0 && (
        <Stat
          label={t("exchange.training.early")}
          value={earlyCount}
          tone="warning"
          note={<a href="#early-rows">{t("exchange.training.badNote")}</a>}
        />
      )}
      <Stat label={t("exchange.training.known")} value={known} />
    </StatRow>
  );
}
