import type { ReactNode } from "react";

/** Short fields beside each other where there is room. */
export function FormRow({ children }: { children: ReactNode }) {
  return <div className="form-row">{children}</div>;
}

/** The end of a form: the `SubmitButton` first, then a quiet way out. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="form-actions">{children}</div>;
}
