import { Field, type FieldProps } from "./field";
import { typedValue } from "./form-state";

type TextFieldProps = FieldProps & {
  defaultValue?: string;
  type?: "text" | "email" | "password" | "tel" | "url" | "month" | "time";
  /** WCAG 1.3.5: `email`, `current-password`, `name` … */
  autoComplete?: string;
  maxLength?: number;
  readOnly?: boolean;
};

export function TextField({
  defaultValue,
  type = "text",
  autoComplete,
  maxLength,
  readOnly,
  ...field
}: TextFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          className="input"
          type={type}
          autoComplete={autoComplete}
          maxLength={maxLength}
          readOnly={readOnly}
          // A password is never sent back into the page.
          defaultValue={
            type === "password" ? undefined : (typedValue(field.state, field.name) ?? defaultValue)
          }
        />
      )}
    </Field>
  );
}

type TextAreaProps = FieldProps & { defaultValue?: string; rows?: number; maxLength?: number };

export function TextArea({ defaultValue, rows = 4, maxLength, ...field }: TextAreaProps) {
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          {...control}
          className="input"
          rows={rows}
          maxLength={maxLength}
          defaultValue={typedValue(field.state, field.name) ?? defaultValue}
        />
      )}
    </Field>
  );
}
