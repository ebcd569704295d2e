import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { askedGroup } from "~/features/cascade/groups/asked-group";
import { showCascade } from "~/features/cascade/spread/cascade-page.queries.server";
import { CascadePeople, NotCounted } from "~/features/cascade/spread/cascade-people";
import { CascadeStats } from "~/features/cascade/spread/cascade-stats";
import { GenerationTable } from "~/features/cascade/spread/generation-table";
import { GroupChoice } from "~/features/cascade/groups/group-choice";
import { cascadeRoles } from "~/features/cascade/hand-overs/hand-overs.policy";
import { LineageFigure } from "~/features/cascade/spread/lineage-figure";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { pageTitle } from "~/i18n/page-title";
import type { Translate } from "~/i18n/translator";
import { leadOn } from "~/platform/http.server";
import { pageNumber } from "~/platform/paging";
import { Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t, page) => finding(t, page));

export const loader = forViewers(async (visit) => {
  const { db, viewer, params, url, today } = visit;
  const code = params.competence ?? "";
  const page = await showCascade(db, viewer, {
    ...{ code, today },
    ...askedGroup(url.searchParams),
    ...{ from: url.searchParams.get("from"), page: pageNumber(url) },
  });
  leadOn(visit, { named: code, present: page.competence.code });
  return page;
}, cascadeRoles);

export default function Method() {
  const page = useLoaderData<typeof loader>();
  const t = useT();
  const { formatDate } = useFormat();
  const { competence, group, options, asOf } = page;
  const address = `/cascade/${encodeURIComponent(competence.code)}`;
  return (
    <Page
      width="wide"
      title={finding(t, page)}
      lead={t("cascade.method.lead", {
        group: group.name,
        date: formatDate(asOf),
        description: competence.description,
      })}
      breadcrumb={[{ to: `/cascade?${group.query}`, label: t("cascade.spread.title") }]}
      actions={
        <a
          className="button"
          data-variant="secondary"
          href={`${address}/file?${group.query}`}
          download
        >
          {t("cascade.method.file")}
        </a>
      }
    >
      <GroupChoice options={options} query={group.query} action={address} />
      <CascadeStats page={page} />
      <LineageFigure page={page} address={`${address}?${group.query}`} />
      <GenerationTable generations={page.figures.generations} />
      <CascadePeople page={page} />
      <NotCounted notCounted={page.notCounted} />
    </Page>
  );
}

type Found = {
  competence: { name: string };
  figures: { reach: { numerator: number; denominator: number } };
  carriers: { count: number };
};

function finding(t: Translate, { competence, figures: { reach }, carriers }: Found): string {
  return t(reach.denominator > 0 ? "cascade.method.title" : "cascade.method.titleNoGroup", {
    competence: competence.name,
    reached: reach.numerator,
    group: reach.denominator,
    carriers: carriers.count,
  });
}
