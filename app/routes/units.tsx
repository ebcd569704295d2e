import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { listUnits } from "~/overviews/unit/unit-list.queries.server";
import { UnitTree } from "~/overviews/unit/unit-tree";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { ButtonLink, Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t, { units }) =>
  t("organisation.units.title", { count: units.length }),
);

export const loader = forViewers(
  ({ db, viewer, today }) => listUnits(db, viewer, today),
  ["administrator"],
);

export default function Units() {
  const { units } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page
      title={t("organisation.units.title", { count: units.length })}
      lead={t("organisation.units.lead")}
      actions={
        <>
          <ButtonLink to="/units/new" variant="primary">
            {t("organisation.units.new")}
          </ButtonLink>
          <ButtonLink to="/authority/edit">{t("organisation.authority.orgNumber")}</ButtonLink>
        </>
      }
    >
      <UnitTree units={units} />
    </Page>
  );
}
