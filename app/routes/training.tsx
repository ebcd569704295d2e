import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { listTitle, TrainingListPage } from "~/features/training/records/training-list";
import { listTraining, whoseOf } from "~/features/training/records/training-list.queries.server";
import { pageTitle } from "~/i18n/page-title";
import { isId } from "~/platform/ids";
import { pageNumber } from "~/platform/paging";

export const meta = pageTitle<typeof loader>(listTitle);

export const loader = forViewers(
  ({ db, viewer, url }) => {
    const logged = url.searchParams.get("logged");
    return listTraining(db, viewer, {
      whose: whoseOf(url, viewer),
      page: pageNumber(url),
      loggedId: isId(logged) ? logged : null,
    });
  },
  ["employee", "manager", "administrator"],
);

export default function Training() {
  return <TrainingListPage list={useLoaderData<typeof loader>()} />;
}
