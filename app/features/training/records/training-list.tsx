import { useT } from "~/i18n/context";
import type { Translate } from "~/i18n/translator";
import { SubmissionId, SubmitButton } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { ButtonLink, EmptyState, Notice, Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import type { TrainingList } from "./training-list.queries.server";
import { TrainingTable } from "./training-table";

/** Somebody's training, or a unit's: what waits for its owner first, then everything. */
export function TrainingListPage({ list }: { list: TrainingList }) {
  const t = useT();
  const { whose, rows, page, pageCount } = list;
  return (
    <Page title={listTitle(t, list)} actions={<Actions list={list} />}>
      <JustLogged logged={list.justLogged} />
      {list.returned.map(({ id, title, word, byName }) => (
        <Notice key={id} tone="warning" title={t("training.list.returnedTitle", { title })}>
          <div className="stack">
            <p>{t("training.list.returnedBy", { name: byName, word })}</p>
            <p>
              <ButtonLink to={`/training/${id}/edit`} size="small">
                {t("training.list.mend")}
              </ButtonLink>
            </p>
          </div>
        </Notice>
      ))}
      <TrainingTable rows={rows} withPeople={whose.kind === "unit"} empty={<Empty list={list} />} />
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefFor={(number) =>
          `/training?${new URLSearchParams([...query(list), ["page", String(number)]]).toString()}`
        }
      />
      {rows.length > 0 && (
        <p>
          <a href={`/training.csv?${query(list).toString()}`} download>
            {t("training.list.csv")}
          </a>
        </p>
      )}
    </Page>
  );
}

/** "Din utbildning: 12 godkända, 2 väntar". */
export function listTitle(t: Translate, { whose, count, approved, waiting }: TrainingList): string {
  if (whose.kind === "own" && count === 0) return t("training.list.ownEmptyTitle");
  const figures = { approved, waiting };
  switch (whose.kind) {
    case "own":
      return t("training.list.ownTitle", figures);
    case "unit":
      return t("training.list.unitTitle", figures);
    case "person":
      return t("training.list.personTitle", { ...figures, name: whose.name });
  }
}

function Actions({ list }: { list: TrainingList }) {
  const t = useT();
  const { whose, canLog, canSeeUnit, canApprove } = list;
  return (
    <>
      {canLog && whose.kind !== "own" && (
        <ButtonLink to="/training" variant="quiet">
          {t("training.list.own")}
        </ButtonLink>
      )}
      {canSeeUnit && whose.kind !== "unit" && (
        <ButtonLink to="/training?scope=unit" variant="quiet">
          {t("training.list.unit")}
        </ButtonLink>
      )}
      {canApprove && (
        <ButtonLink to="/training/approvals">{t("training.list.approvals")}</ButtonLink>
      )}
      {canLog && (
        <ButtonLink to="/training/log" variant="primary">
          {t("training.list.log")}
        </ButtonLink>
      )}
    </>
  );
}

function JustLogged({ logged }: { logged: TrainingList["justLogged"] }) {
  const t = useT();
  if (!logged) return null;
  return (
    <Notice tone="good" live title={t("training.list.loggedTitle", { title: logged.title })}>
      <div className="stack">
        <p>{t("training.list.loggedText")}</p>
        <Form method="post" action={`/training/${logged.id}/withdraw`}>
          <SubmissionId value={logged.submissionId} />
          <SubmitButton variant="secondary" size="small">
            {t("training.list.undo")}
          </SubmitButton>
        </Form>
      </div>
    </Notice>
  );
}

function Empty({ list: { whose, canLog } }: { list: TrainingList }) {
  const t = useT();
  const isOwn = whose.kind === "own";
  return (
    <EmptyState
      title={t("training.list.empty")}
      action={
        isOwn && canLog && <ButtonLink to="/training/log">{t("training.list.log")}</ButtonLink>
      }
    >
      {t(isOwn ? "training.list.emptyOwn" : "training.list.emptyOthers")}
    </EmptyState>
  );
}

/** The list's own address, so that its pages and its file hold the same rows. */
function query({ whose }: TrainingList): URLSearchParams {
  if (whose.kind === "person") return new URLSearchParams({ person: whose.id });
  return new URLSearchParams(whose.kind === "unit" ? { scope: "unit" } : {});
}
