import type { ReactNode } from "react";
import { useT } from "~/i18n/context";
import { Field, type FieldProps } from "./field";
import { typedValue } from "./form-state";

type NumberFieldProps = FieldProps & {
  /** As it should stand in the field, with the language's decimal sign: "2,5". */
  defaultValue?: string | number;
  /** The unit after the field. */
  suffix?: ReactNode;
  /** Whole numbers bring up the digit keys, others also the decimal sign. */
  whole?: boolean;
};

/** A number as text: keeps what was typed, takes comma or point, never changes by scrolling. */
export function NumberField({ defaultValue, suffix, whole = false, ...field }: NumberFieldProps) {
  return (
    <Field {...field} affix={suffix}>
      {(control) => (
        <input
          {...control}
          className="input"
          data-size="number"
          type="text"
          inputMode={whole ? "numeric" : "decimal"}
          autoComplete="off"
          defaultValue={typedValue(field.state, field.name) ?? defaultValue}
        />
      )}
    </Field>
  );
}

/** Kronor, with or without öre, as a person types them. */
export function MoneyField(props: Omit<NumberFieldProps, "suffix" | "whole">) {
  const t = useT();
  return <NumberField {...props} suffix={t("ui.form.kronor")} />;
}

/** Hours with decimals ("2,5"); the server turns them into minutes. */
export function HoursField(props: Omit<NumberFieldProps, "suffix" | "whole">) {
  const t = useT();
  return <NumberField {...props} suffix={t("ui.form.hours")} />;
}
