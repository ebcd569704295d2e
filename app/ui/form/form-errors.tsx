import { useEffect, useRef } from "react";
import { useT } from "~/i18n/context";
import { fieldId, useRefusedForm } from "./form-state";
import { TouchedList } from "./touched-list";

type FormErrorsProps = {
  /** Of the form's `FormState`: one translated sentence a field. */
  errors?: Record<string, string>;
  formId?: string;
};

/**
 * What has to be put right, at the top of the form, each with a link to its field. Takes the focus
 * after every failed submit. An error under the name `form` belongs to no field and has no link.
 */
export function FormErrors({ errors = {}, formId }: FormErrorsProps) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const { asked } = useRefusedForm().form ?? {};
  const sendAgain = asked?.mark === null ? asked.touched : [];
  const entries = Object.entries(errors);
  const fields = entries.filter(([name]) => name !== "form");

  useEffect(() => {
    if (Object.keys(errors).length > 0 || asked) box.current?.focus();
  }, [errors, asked]);

  if (entries.length + sendAgain.length === 0) return null;
  return (
    <div
      className="form-errors"
      ref={box}
      role="alert"
      tabIndex={-1}
      // Without JavaScript nothing else can bring the reader to the errors of a form just sent.
      // eslint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
    >
      <h2>
        {fields.length > 0
          ? t("ui.form.errorsTitle", { count: fields.length })
          : t("ui.form.notCarriedOut")}
      </h2>
      {entries.length > 0 && (
        <ul>
          {entries.map(([name, message]) => (
            <li key={name}>
              {name === "form" ? message : <a href={`#${fieldId(name, formId)}`}>{message}</a>}
            </li>
          ))}
        </ul>
      )}
      {sendAgain.length > 0 && <TouchedList touched={sendAgain} />}
    </div>
  );
}
