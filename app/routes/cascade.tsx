import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { askedGroup } from "~/features/cascade/groups/asked-group";
import {
  listCascades,
  type CascadeList,
} from "~/features/cascade/spread/cascade-list.queries.server";
import { GroupChoice } from "~/features/cascade/groups/group-choice";
import { cascadeRoles } from "~/features/cascade/hand-overs/hand-overs.policy";
import { MethodTable } from "~/features/cascade/spread/method-table";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import type { Translate } from "~/i18n/translator";
import { EmptyState, Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t, list) => finding(t, list));

export const loader = forViewers(
  ({ db, viewer, url, today }) =>
    listCascades(db, viewer, { ...askedGroup(url.searchParams), today }),
  cascadeRoles,
);

export default function Cascade() {
  const list = useLoaderData<typeof loader>();
  const t = useT();
  const { group, methods, options } = list;
  return (
    <Page title={finding(t, list)} lead={t("cascade.spread.lead")}>
      {group ? (
        <>
          <GroupChoice options={options} query={group.query} action="/cascade" />
          <MethodTable methods={methods} query={group.query} />
        </>
      ) : (
        <EmptyState title={t("cascade.spread.emptyGroup")}>
          {t("cascade.spread.emptyGroupText")}
        </EmptyState>
      )}
    </Page>
  );
}

type Found = Pick<CascadeList, "group" | "methods">;

function finding(t: Translate, { group, methods }: Found): string {
  if (!group) return t("cascade.spread.title");
  const missing = methods.filter(({ carriers }) => carriers === 0).length;
  if (methods.length === 0) return t("cascade.spread.titleEmpty", { group: group.name });
  return missing === 0
    ? t("cascade.spread.titleCarried", { group: group.name })
    : t("cascade.spread.titleMissing", { group: group.name, count: missing });
}
