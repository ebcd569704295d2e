import { nameWithNote } from "~/features/organisation/names/person-name";
import { useT } from "~/i18n/context";
import type { Translate } from "~/i18n/translator";
import { Link } from "~/ui/navigation";
import { ButtonLink, Card, EmptyState, Notice, Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { ApproveForm } from "./approve-form";
import { RecordFacts } from "../records/record-facts";
import { approvalsHref } from "./approvals-href";
import { ReturnForm } from "./return-form";
import type { Approvals } from "../records/training.queries.server";

/** A manager's queue: each course with all that is needed, to be decided on where it stands. */
export function ApprovalsPage({ approvals }: { approvals: Approvals }) {
  const t = useT();
  const { unit, records, competences, count, page, pageCount, ownWaiting, decided } = approvals;
  return (
    <Page
      title={approvalsTitle(t, approvals)}
      lead={count > 1 && t("training.approvals.lead")}
      breadcrumb={[{ to: "/training", label: t("training.breadcrumb") }]}
      actions={
        unit && <ButtonLink to={approvalsHref({})}>{t("training.approvals.allUnits")}</ButtonLink>
      }
    >
      {decided && (
        <Notice
          tone="good"
          live
          title={t(
            decided.approved
              ? "training.approvals.approvedNotice"
              : "training.approvals.returnedNotice",
            { title: decided.title, name: decided.personName },
          )}
        >
          <Link to={`/training/${decided.id}`}>{t("training.approvals.open")}</Link>
        </Notice>
      )}
      {ownWaiting > 0 && (
        <Notice title={t("training.approvals.ownWaiting", { count: ownWaiting })}>
          {t("training.record.ownWaitsText")}
        </Notice>
      )}
      {records.length === 0 && (
        <EmptyState title={t("training.approvals.empty")}>
          {t("training.approvals.emptyText")}
        </EmptyState>
      )}
      {records.map((record) => (
        <Card
          key={record.id}
          level={2}
          title={t("training.approvals.cardTitle", {
            person: nameWithNote(record.person),
            title: record.title,
          })}
          actions={<Link to={`/training/${record.id}`}>{t("training.approvals.open")}</Link>}
        >
          <div className="grid" data-columns="2">
            <div className="stack">
              <RecordFacts record={record} named />
            </div>
            <div className="stack">
              <ApproveForm
                record={record}
                competences={competences}
                submissionId={record.submissionId}
                unitId={unit?.id}
              />
              <ReturnForm record={record} submissionId={record.submissionId} unitId={unit?.id} />
            </div>
          </div>
        </Card>
      ))}
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefFor={(number) => approvalsHref({ unitId: unit?.id, page: number })}
      />
    </Page>
  );
}

export function approvalsTitle(t: Translate, { count, unit }: Approvals): string {
  const title =
    count === 0 ? t("training.approvals.titleNone") : t("training.approvals.title", { count });
  return unit ? t("training.approvals.ofUnit", { unit: unit.name, title }) : title;
}
