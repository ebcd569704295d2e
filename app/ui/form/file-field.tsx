import { useEffect, useRef, useState, type ChangeEvent } from "react";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { Field, type FieldProps } from "./field";
import { typedValue, type FormState } from "./form-state";

type FileFieldProps = FieldProps & {
  /** As in HTML: ".csv,text/csv". */
  accept?: string;
  multiple?: boolean;
  /** Of one file. Shown under the hint; the server enforces it. */
  maxBytes?: number;
  /** What the server says of a larger file: said at once where scripts run, and the file let go. */
  tooLarge?: string;
};

/**
 * A file to send. The form needs `encType="multipart/form-data"`. Where the form comes back, a
 * browser without scripts has let the file go: it is asked for again by its name.
 */
export function FileField({
  accept,
  multiple,
  maxBytes,
  tooLarge,
  hint,
  ...field
}: FileFieldProps) {
  const t = useT();
  const { formatBytes } = useFormat();
  const [isTooLarge, setTooLarge] = useState(false);
  const { input, lost } = useLostFile(field.state, field.name);
  const limit =
    maxBytes === undefined ? null : t("ui.form.fileLimit", { size: formatBytes(maxBytes) });
  const fullHint =
    limit || hint ? (
      <>
        {hint} {limit}
      </>
    ) : undefined;

  /** The rest of the form can be sent without the file, which would take it all down with it. */
  function letGoOfTooLarge({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    if (maxBytes === undefined || tooLarge === undefined) return;
    const found = [...(currentTarget.files ?? [])].some(({ size }) => size > maxBytes);
    if (found) currentTarget.value = "";
    setTooLarge(found);
  }

  const again = lost && t("ui.form.fileAgain", { name: lost });
  const error = isTooLarge ? `${tooLarge} ${t("ui.form.fileLetGo")}` : (field.error ?? again);
  return (
    <Field {...field} hint={fullHint} error={error} live={isTooLarge}>
      {(control) => (
        <input
          {...control}
          ref={input}
          className="input file-input"
          type="file"
          accept={accept}
          multiple={multiple}
          onChange={letGoOfTooLarge}
        />
      )}
    </Field>
  );
}

/** The name of a good file that came with the form, where the field doesn't hold it any more. */
function useLostFile(state: FormState | null | undefined, field: string) {
  const input = useRef<HTMLInputElement>(null);
  const [isHeld, setHeld] = useState(false);
  useEffect(() => setHeld(input.current?.files?.length !== 0), [state]);
  const isGood = !isHeld && state?.errors[field] === undefined;
  return { input, lost: (isGood && typedValue(state, field)) || undefined };
}
