import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { CatalogueForm } from "~/features/training/catalogue/catalogue-form";
import { addCourse } from "~/features/training/catalogue/catalogue.commands.server";
import { showNewCourse } from "~/features/training/catalogue/catalogue.queries.server";
import { catalogueForm } from "~/features/training/catalogue/catalogue.schema";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t) => t("training.catalogue.new"));

export const loader = forViewers(
  ({ db, viewer }) => showNewCourse(db, viewer),
  ["administrator", "manager"],
);

export const action = formAction(
  catalogueForm,
  async ({ db, viewer }, input) => {
    await addCourse(db, viewer, input);
    return "/courses";
  },
  { allowed: ["administrator", "manager"] },
);

export default function NewCourse() {
  const view = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  return (
    <Page
      width="narrow"
      title={t("training.catalogue.new")}
      breadcrumb={[{ to: "/courses", label: t("training.catalogue.nav") }]}
    >
      <CatalogueForm view={view} state={state} />
    </Page>
  );
}
