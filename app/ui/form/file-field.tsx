import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { Field, type FieldProps } from "./field";

type FileFieldProps = FieldProps & {
  /** As in HTML: ".csv,text/csv". */
  accept?: string;
  multiple?: boolean;
  /** Shown under the hint; the server enforces it. */
  maxBytes?: number;
};

/** A file to send. The form needs `encType="multipart/form-data"`; a file can't be kept on failure. */
export function FileField({ accept, multiple, maxBytes, hint, ...field }: FileFieldProps) {
  const t = useT();
  const { formatBytes } = useFormat();
  const limit =
    maxBytes === undefined ? null : t("ui.form.fileLimit", { size: formatBytes(maxBytes) });
  const fullHint =
    limit || hint ? (
      <>
        {hint} {limit}
      </>
    ) : undefined;
  return (
    <Field {...field} hint={fullHint}>
      {(control) => (
        <input
          {...control}
          className="input file-input"
          type="file"
          accept={accept}
          multiple={multiple}
        />
      )}
    </Field>
  );
}
