import { ChevronDown } from "lucide-react";
import { useT } from "~/i18n/context";
import { Field, type FieldProps } from "./field";
import { typedValue } from "./form-state";

export type SelectOption = { value: string; label: string; disabled?: boolean };
export type SelectGroup = { label: string; options: SelectOption[] };

type SelectFieldProps = FieldProps & {
  options: (SelectOption | SelectGroup)[];
  defaultValue?: string;
  /** The words of the empty first choice; `null` leaves it out, so that the first option is chosen. */
  placeholder?: string | null;
};

/** One of a list, or of a list in groups. Under five choices a `RadioGroup` is quicker to use. */
export function SelectField({ options, defaultValue, placeholder, ...field }: SelectFieldProps) {
  const t = useT();
  return (
    <Field {...field}>
      {(control) => (
        <span className="select">
          <select
            {...control}
            className="input"
            defaultValue={typedValue(field.state, field.name) ?? defaultValue}
          >
            {placeholder !== null && <option value="">{placeholder ?? t("ui.form.choose")}</option>}
            {options.map((entry) =>
              "options" in entry ? (
                <optgroup key={entry.label} label={entry.label}>
                  {entry.options.map(toOption)}
                </optgroup>
              ) : (
                toOption(entry)
              ),
            )}
          </select>
          <ChevronDown aria-hidden="true" />
        </span>
      )}
    </Field>
  );
}

function toOption({ value, label, disabled }: SelectOption) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  );
}
