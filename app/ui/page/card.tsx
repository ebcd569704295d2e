import type { ReactNode } from "react";

type CardProps = {
  title?: ReactNode;
  /** The heading's level on this page: 2 beside sections, 3 inside one. */
  level?: 2 | 3;
  actions?: ReactNode;
  children?: ReactNode;
};

/** A raised sheet for one thing. Lay several out with `<div className="grid">`. */
export function Card({ title, level = 3, actions, children }: CardProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="card">
      {(title || actions) && (
        <div className="card-head">
          {title && <Heading>{title}</Heading>}
          {actions && <div className="actions">{actions}</div>}
        </div>
      )}
      {children}
    </div>
  );
}
