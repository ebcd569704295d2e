import type { ReactNode } from "react";
import { useT } from "~/i18n/context";
import { Link } from "../navigation";

export type Crumb = { to: string; label: string };

type PageProps = {
  /** What the page tells, not its type: "Sökmetoder: 5 av 9 kan, 1 kan lära ut". */
  title: ReactNode;
  lead?: ReactNode;
  /** The pages above this one, the topmost first; this page itself is left out. */
  breadcrumb?: Crumb[];
  /** One primary `Button` or `ButtonLink` at most. */
  actions?: ReactNode;
  /** `narrow` for one form or text, `wide` for matrices and lineage. */
  width?: "narrow" | "normal" | "wide";
  children?: ReactNode;
};

/** One page's heading and body; its children are laid out below each other with even air. */
export function Page({ title, lead, breadcrumb, actions, width = "normal", children }: PageProps) {
  return (
    <div className="page" data-width={width}>
      <header className="page-head">
        <div className="page-words">
          {breadcrumb && breadcrumb.length > 0 && <Breadcrumb crumbs={breadcrumb} />}
          <h1 tabIndex={-1}>{title}</h1>
          {lead && <p className="page-lead">{lead}</p>}
        </div>
        {actions && <div className="actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

function Breadcrumb({ crumbs }: { crumbs: Crumb[] }) {
  const t = useT();
  return (
    <nav aria-label={t("ui.breadcrumb")}>
      <ol className="breadcrumb">
        {crumbs.map((crumb) => (
          <li key={crumb.to}>
            <Link to={crumb.to}>{crumb.label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
