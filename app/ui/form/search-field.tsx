import type { ReactNode } from "react";
import { Search } from "lucide-react";
import { useT } from "~/i18n/context";
import { fieldId } from "./form-state";

type SearchFieldProps = {
  name?: string;
  label: ReactNode;
  defaultValue?: string;
  /** The label is read aloud but not shown: only where the place itself says what is searched. */
  hideLabel?: boolean;
  /** With a button of its own; leave it out in a `filter-bar` that has one for all fields. */
  withButton?: boolean;
};

/** A search box for a GET form. */
export function SearchField({
  name = "q",
  label,
  defaultValue,
  hideLabel = false,
  withButton = false,
}: SearchFieldProps) {
  const t = useT();
  const id = fieldId(name);
  return (
    <div className="field">
      <label className={hideLabel ? "visually-hidden" : "field-label"} htmlFor={id}>
        {label}
      </label>
      <div className="search-box">
        <span className="search-input">
          <input id={id} className="input" type="search" name={name} defaultValue={defaultValue} />
          <Search aria-hidden="true" />
        </span>
        {withButton && (
          <button className="button" data-variant="secondary" type="submit">
            {t("ui.form.search")}
          </button>
        )}
      </div>
    </div>
  );
}
