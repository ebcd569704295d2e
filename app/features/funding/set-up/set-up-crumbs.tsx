import { useT } from "~/i18n/context";

/** The pages above one of a project's set-up. */
export function useSetUpCrumbs({ code, name }: { code: string; name: string }) {
  const t = useT();
  return [
    { to: "/projects", label: t("access.nav.projects") },
    { to: `/projects/${code}`, label: name },
    { to: `/projects/${code}/setup`, label: t("funding.setUp.crumb") },
  ];
}
