import type { ReactNode } from "react";
import { OctagonAlert } from "lucide-react";
import { useT } from "~/i18n/context";
import { fieldId, type FormState } from "./form-state";

/** What every field takes. */
export type FieldProps = {
  name: string;
  label: ReactNode;
  /** One sentence under the label: what is asked for, or an example. */
  hint?: ReactNode;
  /** Already translated; wins over the error in `state`. */
  error?: string;
  /** Fields that are not required say "valfritt"; the server decides, in the reader's language. */
  required?: boolean;
  /** What the form shows again after a failed submit (the action's data). */
  state?: FormState | null;
};

/** What the control inside a `Field` must carry. */
export type ControlProps = {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  "aria-required": true | undefined;
};

type Props = FieldProps & {
  /** After the control on the same line: a unit. */
  affix?: ReactNode;
  /** The error came while the form was being filled in: it is read aloud. */
  live?: boolean;
  children: (control: ControlProps) => ReactNode;
};

/**
 * One control with its label, hint and error, wired together once: the control is described by
 * hint and error and marked invalid. The browser's own validation is not used, since its bubbles
 * speak another language than the page and vanish.
 */
export function Field({ name, label, hint, error, required, state, ...props }: Props) {
  const { affix, live, children } = props;
  const wiring = wireField({ name, hint, error, state });
  const control = {
    id: wiring.id,
    name,
    "aria-describedby": wiring.describedBy,
    "aria-invalid": wiring.error ? (true as const) : undefined,
    "aria-required": required ? (true as const) : undefined,
  };
  return (
    <div className="field" data-invalid={Boolean(wiring.error)}>
      <label className="field-label" htmlFor={wiring.id}>
        {label}
        <OptionalMark required={required} />
      </label>
      <FieldHint id={wiring.hintId}>{hint}</FieldHint>
      <FieldError id={wiring.errorId} live={live}>
        {wiring.error}
      </FieldError>
      {affix ? (
        <div className="affixed">
          {children(control)}
          <span className="affix">{affix}</span>
        </div>
      ) : (
        children(control)
      )}
    </div>
  );
}

/** The ids and the error of a field; groups of choices use it without `Field`'s label. */
export function wireField(props: Pick<FieldProps, "name" | "hint" | "error" | "state">): {
  id: string;
  hintId: string;
  errorId: string;
  error?: string;
  describedBy?: string;
} {
  const id = fieldId(props.name, props.state?.formId);
  const error = props.error ?? props.state?.errors[props.name];
  const [hintId, errorId] = [`${id}-hint`, `${id}-error`];
  const describedBy = [props.hint ? hintId : "", error ? errorId : ""].filter(Boolean).join(" ");
  return { id, hintId, errorId, error, describedBy: describedBy || undefined };
}

export function OptionalMark({ required }: { required?: boolean }) {
  const t = useT();
  return required ? null : <span className="field-optional"> ({t("ui.form.optional")})</span>;
}

export function FieldHint({ id, children }: { id: string; children?: ReactNode }) {
  if (!children) return null;
  return (
    <div className="field-hint" id={id}>
      {children}
    </div>
  );
}

type FieldErrorProps = { id: string; live?: boolean; children?: ReactNode };

export function FieldError({ id, live = false, children }: FieldErrorProps) {
  if (!children) return null;
  return (
    <div className="field-error" id={id} role={live ? "alert" : undefined}>
      <OctagonAlert aria-hidden="true" />
      <span>{children}</span>
    </div>
  );
}
