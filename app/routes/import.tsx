import { useActionData, useLoaderData } from "@remix-run/react";
import { forViewers, formAction } from "~/features/access/visit.server";
import { largestUploadForm } from "~/features/exchange/uploads/import-limits";
import { ImportTable } from "~/features/exchange/uploads/import-table";
import { importRoles } from "~/features/exchange/uploads/imports.policy";
import { listImports } from "~/features/exchange/uploads/imports.queries.server";
import { uploadForm } from "~/features/exchange/uploads/imports.schema";
import { UploadCard } from "~/features/exchange/uploads/upload-card";
import { uploadImport } from "~/features/exchange/uploads/uploads.commands.server";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { pageNumber } from "~/platform/paging";
import { Pagination } from "~/ui/data-table";
import { Page, Section } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t) => t("exchange.title"));

export const loader = forViewers(
  ({ db, viewer, url }) => listImports(db, viewer, pageNumber(url)),
  importRoles,
);

export const action = formAction(
  uploadForm,
  async ({ db, viewer }, input) => `/import/${await uploadImport(db, viewer, input)}`,
  { allowed: importRoles, maxBytes: largestUploadForm },
);

export default function Import() {
  const { imports, page, pageCount, submissionId, kinds } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const t = useT();
  return (
    <Page
      title={t("exchange.title")}
      lead={kinds.length > 1 ? t("exchange.lead") : t("exchange.leadLedger")}
    >
      <div className="grid" data-columns="2">
        {kinds.map((kind) => (
          <UploadCard
            key={kind}
            kind={kind}
            submissionId={submissionId}
            state={form?.values.kind === kind ? form : undefined}
          />
        ))}
      </div>
      <Section title={t("exchange.earlier")}>
        <ImportTable imports={imports} />
        <Pagination page={page} pageCount={pageCount} hrefFor={(n) => `/import?page=${n}`} />
      </Section>
    </Page>
  );
}
