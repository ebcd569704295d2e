import type { ReactNode } from "react";
import { useT } from "~/i18n/context";
import { toneIcons, type Tone } from "./tone";

type NoticeProps = {
  tone?: Tone;
  /** Without a title the tone's word ("Varning") stands there. */
  title?: ReactNode;
  /**
   * Set where the notice answers what the reader just did, so that it is read aloud: errors at
   * once, the rest when there is a pause. Leave it out for what always stands on the page.
   */
  live?: boolean;
  children?: ReactNode;
};

/** A message in the page: tone by icon, word and colour. */
export function Notice({ tone = "info", title, live = false, children }: NoticeProps) {
  const t = useT();
  const Icon = toneIcons[tone];
  const role = live ? (tone === "danger" ? "alert" : "status") : undefined;
  return (
    <div className={`notice tone-${tone}`} role={role}>
      <Icon aria-hidden="true" />
      <div className="notice-body">
        <p className="notice-title">{title ?? t(`ui.tone.${tone}`)}</p>
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
