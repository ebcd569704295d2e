import type { ReactNode } from "react";
import { useT } from "~/i18n/context";
import { SubmitButton } from "../form/submit-button";
import { Form } from "../navigation";

type ConfirmButtonProps = {
  /** On the closed button: "Ta bort". */
  label: ReactNode;
  /** Asks about the thing by its name: "Ta bort kursen Sökmetoder 2013?". */
  question: ReactNode;
  /** What follows, and whether it can be undone. */
  consequence?: ReactNode;
  /** On the button that does it: "Ta bort kursen". */
  confirmLabel: ReactNode;
  /** Where the form posts to. */
  action: string;
  /** Names and values the form sends along. */
  fields?: Record<string, string>;
  /** Asked for in the box, before the button that does it. */
  children?: ReactNode;
  /** Buttons beside the one that does it. */
  also?: ReactNode;
  size?: "normal" | "small";
};

/**
 * A destructive act in two steps, also without JavaScript: the first button opens a box that names
 * the thing, the second posts. Do not place it inside another form.
 */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { label, question, consequence, confirmLabel, action, fields = {}, size } = props;
  const { children, also } = props;
  const t = useT();
  return (
    <details className="confirm">
      <summary className="button" data-variant="secondary" data-size={size}>
        {label}
      </summary>
      <Form method="post" action={action} className="confirm-panel">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>
          <strong>{question}</strong>
        </p>
        {consequence && <p>{consequence}</p>}
        {children}
        <div className="actions">
          <SubmitButton variant="danger">{confirmLabel}</SubmitButton>
          {also}
        </div>
        <p className="field-hint">{t("ui.confirm.keep")}</p>
      </Form>
    </details>
  );
}
