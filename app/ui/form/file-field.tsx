import { useState, type ChangeEvent } from "react";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { Field, type FieldProps } from "./field";

type FileFieldProps = FieldProps & {
  /** As in HTML: ".csv,text/csv". */
  accept?: string;
  multiple?: boolean;
  /** Of one file. Shown under the hint; the server enforces it. */
  maxBytes?: number;
  /** What the server says of a larger file: said at once where scripts run, and the file let go. */
  tooLarge?: string;
};

/** A file to send. The form needs `encType="multipart/form-data"`; a file can't be kept on failure. */
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

  const error = isTooLarge ? `${tooLarge} ${t("ui.form.fileLetGo")}` : field.error;
  return (
    <Field {...field} hint={fullHint} error={error} live={isTooLarge}>
      {(control) => (
        <input
          {...control}
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
