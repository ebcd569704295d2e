import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { AttestationList } from "~/features/competence/attestations/attestation-list";
import { PlacementTable } from "~/features/organisation/placements/placement-table";
import { ConfirmedLevelTable } from "~/overviews/person/confirmed-level-table";
import { showPersonPage } from "~/overviews/person/person-page.queries.server";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";
import { dayBefore } from "~/terms/day";
import { ButtonLink, DescriptionList, Page, Section } from "~/ui/page";

export const meta = pageTitle<typeof loader>((_t, { person }) => person.name);

export const loader = forViewers(
  ({ db, viewer, today, params }) =>
    showPersonPage(db, viewer, { personId: idParam(params.id), today }),
  ["employee", "manager", "administrator"],
);

export default function Person() {
  const { person, isSelf, placements, attestations, levels } = useLoaderData<typeof loader>();
  const t = useT();
  const { formatDate } = useFormat();
  const now = placements.rows.filter(({ when }) => when === "now").map(({ unit }) => unit.name);
  const units = now.length > 0 ? now : [person.unit.name];
  const training = isSelf ? "/training" : `/training?person=${person.id}`;
  return (
    <Page
      title={person.name}
      lead={person.jobTitle}
      actions={
        <>
          {attestations.canAttest && (
            <>
              <ButtonLink to={`/people/${person.id}/attest`} variant="primary">
                {t("organisation.person.attest")}
              </ButtonLink>
              <ButtonLink to={`/people/${person.id}/teach-back`}>
                {t("organisation.person.teachBack")}
              </ButtonLink>
            </>
          )}
          {placements.canChange && (
            <ButtonLink to={`/people/${person.id}/edit`}>
              {t("organisation.people.changeDetails")}
            </ButtonLink>
          )}
        </>
      }
    >
      <DescriptionList
        items={[
          { term: t("organisation.person.unit"), value: units.join(", ") },
          { term: t("organisation.person.joined"), value: formatDate(person.joinedOn) },
          ...(person.leftOn
            ? [
                {
                  term: t("organisation.person.lastDay"),
                  value: formatDate(dayBefore(person.leftOn)),
                },
              ]
            : []),
        ]}
      />
      <PlacementTable view={placements} />
      <Section
        title={t("organisation.person.levels")}
        actions={<ButtonLink to={training}>{t("organisation.person.trainingLink")}</ButtonLink>}
      >
        <ConfirmedLevelTable levels={levels} />
      </Section>
      <AttestationList view={attestations} />
    </Page>
  );
}
