import { useId, type ReactNode } from "react";

type SectionProps = {
  title: ReactNode;
  /** The anchor of the section, for links to `#id`. */
  id?: string;
  lead?: ReactNode;
  actions?: ReactNode;
  /** 3 for a section inside a section. */
  level?: 2 | 3;
  children?: ReactNode;
};

/** A named part of a page; its heading names the region for screen readers. */
export function Section({ title, id, lead, actions, level = 2, children }: SectionProps) {
  const headingId = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className="section" id={id} aria-labelledby={headingId}>
      <div className="section-head">
        <Heading id={headingId}>{title}</Heading>
        {actions && <div className="actions">{actions}</div>}
      </div>
      {lead && <p className="section-lead">{lead}</p>}
      {children}
    </section>
  );
}
