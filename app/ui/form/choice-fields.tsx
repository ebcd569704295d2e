import type { ReactNode } from "react";
import { FieldError, FieldHint, OptionalMark, wireField, type FieldProps } from "./field";
import { typedValue, typedValues } from "./form-state";

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type GroupProps = FieldProps & {
  options: Choice[];
  /** `row` for short words beside each other, `scroll` for long lists in a box of their own. */
  layout?: "column" | "row" | "scroll";
};

/** Any number of a list; sends one entry of `name` for each that is ticked. */
export function CheckboxGroup({
  defaultValues = [],
  ...group
}: GroupProps & { defaultValues?: string[] }) {
  const chosen = typedValues(group.state, group.name) ?? defaultValues;
  return <ChoiceGroup {...group} type="checkbox" chosen={chosen} />;
}

/** One of a short list, all of it in sight. */
export function RadioGroup({ defaultValue, ...group }: GroupProps & { defaultValue?: string }) {
  const chosen = typedValue(group.state, group.name) ?? defaultValue;
  return <ChoiceGroup {...group} type="radio" chosen={chosen === undefined ? [] : [chosen]} />;
}

type CheckboxProps = Omit<FieldProps, "required"> & { value?: string; defaultChecked?: boolean };

/** One yes or no. Sends `value` ("on" unless said otherwise) when ticked, nothing when not. */
export function Checkbox({ label, value = "on", defaultChecked = false, ...field }: CheckboxProps) {
  const wiring = wireField(field);
  const typed = typedValues(field.state, field.name);
  return (
    <div className="field" data-invalid={Boolean(wiring.error)}>
      <FieldError id={wiring.errorId}>{wiring.error}</FieldError>
      <label className="choice" htmlFor={wiring.id}>
        <input
          type="checkbox"
          id={wiring.id}
          name={field.name}
          value={value}
          defaultChecked={typed ? typed.includes(value) : defaultChecked}
          aria-describedby={wiring.describedBy}
          aria-invalid={wiring.error ? true : undefined}
        />
        <span>{label}</span>
        {field.hint && (
          <span className="choice-hint" id={wiring.hintId}>
            {field.hint}
          </span>
        )}
      </label>
    </div>
  );
}

type ChoiceGroupProps = GroupProps & { type: "checkbox" | "radio"; chosen: string[] };

function ChoiceGroup({ type, options, layout = "column", chosen, ...field }: ChoiceGroupProps) {
  const wiring = wireField(field);
  const invalid = wiring.error ? true : undefined;
  const isRadio = type === "radio";
  return (
    <fieldset
      className="field"
      data-invalid={Boolean(wiring.error)}
      role={isRadio ? "radiogroup" : undefined}
      aria-describedby={wiring.describedBy}
      aria-invalid={isRadio ? invalid : undefined}
      aria-required={isRadio && field.required ? true : undefined}
    >
      <legend className="field-label">
        {field.label}
        <OptionalMark required={field.required} />
      </legend>
      <FieldHint id={wiring.hintId}>{field.hint}</FieldHint>
      <FieldError id={wiring.errorId}>{wiring.error}</FieldError>
      <div className="choices" data-layout={layout}>
        {options.map((option, index) => (
          <label className="choice" key={option.value}>
            <input
              type={type}
              // The first one carries the field's id: there the error links land.
              id={index === 0 ? wiring.id : `${wiring.id}-${option.value}`}
              name={field.name}
              value={option.value}
              disabled={option.disabled}
              defaultChecked={chosen.includes(option.value)}
              aria-invalid={isRadio ? undefined : invalid}
            />
            <span>{option.label}</span>
            {option.hint && <span className="choice-hint">{option.hint}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
