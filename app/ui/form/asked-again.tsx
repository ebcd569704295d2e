import { Fragment } from "react";
import { useT } from "~/i18n/context";
import { Link } from "../navigation";
import { Notice } from "../page/notice";
import { Checkbox } from "./choice-fields";
import type { FormState } from "./form-state";

type AskedAgainProps = {
  state: FormState | null | undefined;
  /** What the person says yes to. */
  label: string;
};

/** What a change touches besides what the form shows, and the box that says yes to it. */
export function AskedAgain({ state, label }: AskedAgainProps) {
  const t = useT();
  if (!state?.asked) return null;
  const { touched, mark } = state.asked;
  return (
    <>
      <Notice tone="warning" title={t("ui.asked.title")}>
        <ul>
          {touched.map(({ says, links }) => (
            <li key={says}>
              {says}
              {links.map(({ label, href }, index) => (
                <Fragment key={`${index} ${label}`}>
                  {index > 0 ? ", " : " "}
                  {href ? <Link to={href}>{label}</Link> : label}
                </Fragment>
              ))}
            </li>
          ))}
        </ul>
      </Notice>
      {/* A box of its own for each list: a tick given to one must not stand beside another. */}
      <Checkbox key={mark} name="agreed" value={mark} label={label} state={state} />
    </>
  );
}
