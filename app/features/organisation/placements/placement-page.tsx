import type { ReactNode } from "react";
import { useT } from "~/i18n/context";
import { Page } from "~/ui/page";

type PlacementPageProps = {
  title: string;
  person: { id: string; name: string };
  children: ReactNode;
};

/** A page with one form about where somebody works, below theirs. */
export function PlacementPage({ title, person, children }: PlacementPageProps) {
  const t = useT();
  return (
    <Page
      width="narrow"
      title={title}
      breadcrumb={[
        { to: "/people", label: t("organisation.people.nav") },
        { to: `/people/${person.id}`, label: person.name },
      ]}
    >
      {children}
    </Page>
  );
}
