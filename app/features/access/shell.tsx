import {
  ArrowRightLeft,
  BookOpen,
  ChartColumn,
  FileText,
  Grid3x3,
  House,
  Network,
  Upload,
  Users,
  UserCog,
} from "lucide-react";
import type { ReactNode } from "react";
import { useT } from "~/i18n/context";
import type { Translate } from "~/i18n/translator";
import { AppShell, PlainShell, type NavItem } from "~/ui/app-shell";
import { Link } from "~/ui/navigation";
import type { ShellView } from "./shell.queries.server";
import type { Role } from "./viewer";

/** The frame of every page: with rooms and account for those who are signed in. */
export function Shell({ shell, children }: { shell: ShellView | null; children: ReactNode }) {
  const t = useT();
  if (!shell) return <PlainShell>{children}</PlainShell>;
  return (
    <AppShell
      nav={roomsOf(shell, t)}
      account={{
        name: shell.name,
        roleLabel: [t(`access.role.${shell.role}`), shell.unit?.name].filter(Boolean).join(", "),
        menu: setUpLinks(shell, t),
      }}
      banner={
        shell.isDemo && (
          <>
            {t("access.demoBanner")} <Link to="/sign-in">{t("access.switchPerson")}</Link>
          </>
        )
      }
    >
      {children}
    </AppShell>
  );
}

type Room = NavItem & { for: Role[] };

/** The rooms that the viewer's roles open, in the order of use of their leading role. */
function roomsOf(shell: ShellView, t: Translate): NavItem[] {
  const rooms: Room[] = [
    room("/", "home", <House aria-hidden />, t, [
      "employee",
      "manager",
      "project_manager",
      "funder",
      "administrator",
    ]),
    ...(shell.unit
      ? [room(`/units/${shell.unit.id}`, "unit", <Users aria-hidden />, t, ["manager"])]
      : []),
    room("/training", "training", <BookOpen aria-hidden />, t, ["employee"]),
    room("/handovers", "handOvers", <ArrowRightLeft aria-hidden />, t, ["employee"]),
    room("/projects", "projects", <ChartColumn aria-hidden />, t, [
      "manager",
      "project_manager",
      "administrator",
    ]),
    room("/reports", "reports", <FileText aria-hidden />, t, [
      "manager",
      "project_manager",
      "funder",
      "administrator",
    ]),
    room("/matrix", "matrix", <Grid3x3 aria-hidden />, t, ["manager", "administrator"]),
    room("/cascade", "cascade", <Network aria-hidden />, t, [
      "employee",
      "manager",
      "project_manager",
      "administrator",
    ]),
    room("/import", "import", <Upload aria-hidden />, t, [
      "manager",
      "project_manager",
      "administrator",
    ]),
    room("/accounts", "accounts", <UserCog aria-hidden />, t, ["administrator"]),
  ];
  return rooms
    .filter(({ for: allowed }) => shell.roles.some((role) => allowed.includes(role)))
    .map(({ for: _allowed, ...item }) => item);
}

/** What is set up once and changed seldom: in the account menu, out of the way. */
function setUpLinks({ roles }: ShellView, t: Translate): { to: string; label: string }[] {
  const isAdministrator = roles.includes("administrator");
  if (!isAdministrator && !roles.includes("manager")) return [];
  return [
    ...(isAdministrator ? [{ to: "/units", label: t("organisation.units.nav") }] : []),
    { to: "/people", label: t("organisation.people.nav") },
    { to: "/competences", label: t("competence.list.nav") },
    { to: "/courses", label: t("training.catalogue.nav") },
  ];
}

type RoomName =
  | "home"
  | "unit"
  | "training"
  | "handOvers"
  | "projects"
  | "reports"
  | "matrix"
  | "cascade"
  | "import"
  | "accounts";

function room(to: string, name: RoomName, icon: ReactNode, t: Translate, roles: Role[]): Room {
  return { to, label: t(`access.nav.${name}`), icon, for: roles, end: to === "/" };
}
