import { useT } from "~/i18n/context";
import { Notice } from "../page/notice";
import { Checkbox } from "./choice-fields";
import type { FormState } from "./form-state";
import { TouchedList } from "./touched-list";

type AskedAgainProps = {
  state: FormState | null | undefined;
  /** What the person says yes to. */
  label: string;
};

/** What a change touches besides what the form shows, and the box that says yes to it. */
export function AskedAgain({ state, label }: AskedAgainProps) {
  const t = useT();
  const { touched = [], mark = null } = state?.asked ?? {};
  if (mark === null) return null;
  return (
    <>
      <Notice tone="warning" title={t("ui.asked.title")}>
        <TouchedList touched={touched} />
      </Notice>
      {/* A box of its own for each list: a tick given to one must not stand beside another. */}
      <Checkbox key={mark} name="agreed" value={mark} label={label} state={state} />
    </>
  );
}
