import type { ReactNode } from "react";
import { ChevronRight } from "lucide-react";

type DisclosureProps = {
  summary: ReactNode;
  /** Open from the start. */
  open?: boolean;
  children: ReactNode;
};

/** Details that most readers can do without. */
export function Disclosure({ summary, open, children }: DisclosureProps) {
  return (
    <details className="disclosure" open={open}>
      <summary>
        <ChevronRight className="disclosure-mark" aria-hidden="true" />
        {summary}
      </summary>
      <div className="disclosure-body">{children}</div>
    </details>
  );
}
