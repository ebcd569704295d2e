import { Field, type FieldProps } from "./field";
import { typedValue } from "./form-state";

/** `YYYY-MM-DD`, as are `min` and `max`. */
type DateFieldProps = FieldProps & {
  defaultValue?: string;
  min?: string;
  max?: string;
  /** Told each day that is chosen, and "" while there is none. */
  onDay?: (day: string) => void;
};

export function DateField({ defaultValue, min, max, onDay, ...field }: DateFieldProps) {
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
          onChange={onDay && ((event) => onDay(event.currentTarget.value))}
        />
      )}
    </Field>
  );
}
