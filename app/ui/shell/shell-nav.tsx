import type { ReactNode } from "react";
import { Ellipsis } from "lucide-react";
import { useT } from "~/i18n/context";
import { NavLink, useLocation } from "../navigation";
import { useClosingMenu } from "./use-closing-menu";

export type NavItem = {
  to: string;
  label: string;
  /** An element of lucide-react: `<House aria-hidden="true" />`. */
  icon: ReactNode;
  /** How many wait there for the viewer; zero shows nothing. `label` says it in words. */
  badge?: { count: number; label: string };
  /** Current on exactly this page only: for the start page. */
  end?: boolean;
};

/** More than five do not fit a phone's bar with words that can be read. */
const mostInBar = 5;

/** The rooms: a rail beside the page on wide screens, a bar at the bottom on phones. */
export function ShellNav({ items }: { items: NavItem[] }) {
  const t = useT();
  const { pathname } = useLocation();
  const menu = useClosingMenu();
  const inBar = items.length <= mostInBar ? items : items.slice(0, mostInBar - 1);
  const rest = items.slice(inBar.length);
  const isInRest = rest.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  return (
    <nav className="shell-nav" aria-label={t("ui.shell.mainNav")}>
      <ul className="shell-nav-list">
        {inBar.map((item) => (
          <li key={item.to}>
            <ShellNavLink item={item} />
          </li>
        ))}
        {rest.map((item) => (
          <li className="shell-nav-overflow" key={item.to}>
            <ShellNavLink item={item} />
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <details className="shell-nav-more" ref={menu}>
              <summary className="shell-nav-link" data-current={isInRest}>
                <Ellipsis aria-hidden="true" />
                <span className="shell-nav-text">{t("ui.shell.more")}</span>
                <NavBadge badge={sumOf(rest)} />
              </summary>
              <ul className="shell-nav-panel">
                {rest.map((item) => (
                  <li key={item.to}>
                    <ShellNavLink item={item} />
                  </li>
                ))}
              </ul>
            </details>
          </li>
        )}
      </ul>
    </nav>
  );
}

function ShellNavLink({ item }: { item: NavItem }) {
  return (
    <NavLink className="shell-nav-link" to={item.to} end={item.end}>
      {item.icon}
      <span className="shell-nav-text">{item.label}</span>
      <NavBadge badge={item.badge} />
    </NavLink>
  );
}

function NavBadge({ badge }: { badge: NavItem["badge"] }) {
  if (!badge || badge.count === 0) return null;
  return (
    <span className="shell-nav-badge">
      <span aria-hidden="true">{badge.count > 99 ? "99+" : badge.count}</span>
      <span className="visually-hidden">{badge.label}</span>
    </span>
  );
}

/** What waits behind "Mer", so that the closed menu does not hide it. */
function sumOf(items: NavItem[]): { count: number; label: string } {
  const badges = items.flatMap(({ badge }) => (badge && badge.count > 0 ? [badge] : []));
  return {
    count: badges.reduce((sum, { count }) => sum + count, 0),
    label: badges.map(({ label }) => label).join(", "),
  };
}
