import { useEffect, useRef, type ReactNode } from "react";
import { useT } from "~/i18n/context";
import { CascadeMark } from "./cascade-mark";
import { Link, useLocation } from "./navigation";
import { ConnectionNotice } from "./navigation/connection-notice";
import { AccountMenu, type Account } from "./shell/account-menu";
import { LanguageSwitch } from "./shell/language-switch";
import { ShellNav, type NavItem } from "./shell/shell-nav";

export type { Account, NavItem };

type AppShellProps = {
  /** Where the brand leads: the viewer's own start page. */
  brandHref?: string;
  /** The rooms, the most used first: on phones the first four stand in the bar, the rest under "Mer". */
  nav: NavItem[];
  account?: Account;
  /** One line above everything: that this is a demo, that the system will be down. */
  banner?: ReactNode;
  children: ReactNode;
};

/** The frame of every page for people who are signed in. */
export function AppShell({ brandHref = "/", nav, account, banner, children }: AppShellProps) {
  return (
    <Frame
      banner={banner}
      brandHref={brandHref}
      top={
        <>
          <LanguageSwitch />
          {account && <AccountMenu account={account} />}
        </>
      }
      nav={<ShellNav items={nav} />}
    >
      {children}
    </Frame>
  );
}

type PlainShellProps = { brandHref?: string; banner?: ReactNode; children: ReactNode };

/** The frame without rooms and account: signing in, a funder's link, error pages. */
export function PlainShell({ brandHref = "/", banner, children }: PlainShellProps) {
  return (
    <Frame banner={banner} brandHref={brandHref} top={<LanguageSwitch />}>
      {children}
    </Frame>
  );
}

type FrameProps = {
  banner?: ReactNode;
  brandHref: string;
  top: ReactNode;
  nav?: ReactNode;
  children: ReactNode;
};

function Frame({ banner, brandHref, top, nav, children }: FrameProps) {
  const t = useT();
  const main = useFocusOnNewPage();
  return (
    <div className={nav ? "shell" : "shell shell-plain"}>
      <a className="skip-link" href="#main">
        {t("ui.skipToContent")}
      </a>
      {banner && (
        <aside className="shell-banner" aria-label={t("ui.shell.banner")}>
          {banner}
        </aside>
      )}
      <header className="shell-top">
        <Link className="brand" to={brandHref} aria-label={t("ui.shell.home")}>
          <CascadeMark />
          {t("ui.appName")}
        </Link>
        {top}
      </header>
      <ConnectionNotice />
      <div className="shell-body">
        {nav}
        <main className="shell-main" id="main" tabIndex={-1} ref={main}>
          {children}
        </main>
      </div>
    </div>
  );
}

/**
 * A browser that loads a page starts reading at its top; a router that swaps the page leaves the
 * focus on a link that may be gone. This moves it to the new page's heading.
 */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const { pathname, hash } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    if (hash) return;
    const heading = main.current?.querySelector<HTMLElement>("h1[tabindex]") ?? main.current;
    heading?.focus({ preventScroll: true });
  }, [pathname, hash]);
  return main;
}
