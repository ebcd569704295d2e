import { Field, type FieldProps } from "./field";
import { typedValue } from "./form-state";

/** `YYYY-MM-DD`, as are `min` and `max`. */
type DateFieldProps = FieldProps & { defaultValue?: string; min?: string; max?: string };

export function DateField({ defaultValue, min, max, ...field }: DateFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          className="input"
          data-size="date"
          type="date"
          min={min}
          max={max}
          defaultValue={typedValue(field.state, field.name) ?? defaultValue}
        />
      )}
    </Field>
  );
}
