import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { CatalogueForm } from "~/features/training/catalogue/catalogue-form";
import { changeCourse } from "~/features/training/catalogue/catalogue.commands.server";
import { showCourseDraft } from "~/features/training/catalogue/catalogue.queries.server";
import { catalogueChangeForm } from "~/features/training/catalogue/catalogue.schema";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";
import { Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t, { draft: { title } }) =>
  t("training.catalogue.titleChange", { title }),
);

export const loader = forViewers(
  ({ db, viewer, params }) => showCourseDraft(db, viewer, idParam(params.id)),
  ["administrator", "manager"],
);

export const action = formAction(
  catalogueChangeForm,
  async ({ db, viewer, params }, input) => {
    await changeCourse(db, viewer, { ...input, id: idParam(params.id) });
    return "/courses";
  },
  { allowed: ["administrator", "manager"] },
);

// Also after a refusal: where somebody else has changed it, saving again is then a choice.
export const shouldRevalidate = () => true;

export default function ChangeCourse() {
  const { draft, ...view } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  return (
    <Page
      width="narrow"
      title={t("training.catalogue.titleChange", { title: draft.title })}
      lead={t("training.catalogue.changeLead")}
      breadcrumb={[{ to: "/courses", label: t("training.catalogue.nav") }]}
    >
      <CatalogueForm view={view} draft={draft} state={state} />
    </Page>
  );
}
