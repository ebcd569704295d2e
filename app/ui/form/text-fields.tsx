import { Field, type FieldProps } from "./field";
import { typedValue } from "./form-state";
import { TextLength, useTextLength, withLength } from "./text-length";

type TextFieldProps = FieldProps & {
  defaultValue?: string;
  type?: "text" | "email" | "password" | "tel" | "url" | "month" | "time";
  /** WCAG 1.3.5: `email`, `current-password`, `name` … */
  autoComplete?: string;
  /** The id of a `datalist` with texts to choose among. */
  list?: string;
  /** In characters. More can be typed, and is told of as it is; the server enforces it. */
  maxLength?: number;
  readOnly?: boolean;
};

export function TextField({
  defaultValue,
  type = "text",
  autoComplete,
  list,
  maxLength,
  readOnly,
  ...field
}: TextFieldProps) {
  // A password is never sent back into the page.
  const first =
    type === "password" ? undefined : (typedValue(field.state, field.name) ?? defaultValue);
  const { over, ref, onInput } = useTextLength(maxLength, first);
  return (
    <Field {...field}>
      {(control) => (
        <>
          <input
            {...withLength(control, over)}
            className="input"
            type={type}
            autoComplete={autoComplete}
            list={list}
            readOnly={readOnly}
            defaultValue={first}
            ref={ref}
            onInput={onInput}
          />
          <TextLength id={control.id} over={over} max={maxLength} />
        </>
      )}
    </Field>
  );
}

type TextAreaProps = FieldProps & {
  defaultValue?: string;
  rows?: number;
  /** As a `TextField`'s. */
  maxLength?: number;
};

export function TextArea({ defaultValue, rows = 4, maxLength, ...field }: TextAreaProps) {
  const first = typedValue(field.state, field.name) ?? defaultValue;
  const { over, ref, onInput } = useTextLength(maxLength, first);
  return (
    <Field {...field}>
      {(control) => (
        <>
          <textarea
            {...withLength(control, over)}
            className="input"
            rows={rows}
            defaultValue={first}
            ref={ref}
            onInput={onInput}
          />
          <TextLength id={control.id} over={over} max={maxLength} />
        </>
      )}
    </Field>
  );
}
