import type { ReactNode } from "react";
import { ChevronDown, LogOut } from "lucide-react";
import { useT } from "~/i18n/context";
import { Form, Link } from "../navigation";
import { useClosingMenu } from "./use-closing-menu";

export type Account = {
  name: string;
  /** The role in words, with its place: "Enhetschef, Prostitutionsenheten". */
  roleLabel: string;
  /** Links of the account menu, above signing out. */
  menu?: { to: string; label: string; icon?: ReactNode }[];
};

/** Who is signed in, as what, and the way out (a form that posts to `/sign-out`). */
export function AccountMenu({ account }: { account: Account }) {
  const t = useT();
  const menu = useClosingMenu();
  return (
    <details className="menu" ref={menu}>
      <summary>
        <span className="avatar" aria-hidden="true">
          {initialsOf(account.name)}
        </span>
        <span className="visually-hidden">{t("ui.shell.account", { name: account.name })}</span>
        <span className="account-text" aria-hidden="true">
          <span>{account.name}</span>
          <span className="account-role">{account.roleLabel}</span>
        </span>
        <ChevronDown aria-hidden="true" />
      </summary>
      <div className="menu-panel">
        <div className="menu-head">
          <div className="menu-name">{account.name}</div>
          <div className="soft">{account.roleLabel}</div>
        </div>
        <ul className="menu-list">
          {account.menu?.map((item) => (
            <li key={item.to}>
              <Link className="menu-item" to={item.to}>
                {item.icon}
                {item.label}
              </Link>
            </li>
          ))}
          <li>
            <Form method="post" action="/sign-out" reloadDocument>
              <button className="menu-item" type="submit">
                <LogOut aria-hidden="true" />
                {t("ui.shell.signOut")}
              </button>
            </Form>
          </li>
        </ul>
      </div>
    </details>
  );
}

/** First and last name's first letters. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return ends.map((word) => (word?.[0] ?? "").toLocaleUpperCase("sv")).join("");
}
