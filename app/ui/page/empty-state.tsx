import type { ReactNode } from "react";
import { CascadeMark } from "../cascade-mark";

type EmptyStateProps = {
  /** What is not here yet: "Ingen har loggat en kurs än". */
  title: ReactNode;
  /** Why it matters or what happens first. */
  children?: ReactNode;
  /** The first thing to do, as a `ButtonLink`. */
  action?: ReactNode;
};

/** What a list shows while it is empty: what to do first. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <CascadeMark className="empty-mark" />
      <p className="empty-title">{title}</p>
      {children && <div className="empty-text">{children}</div>}
      {action && <div className="actions">{action}</div>}
    </div>
  );
}
