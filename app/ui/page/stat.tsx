import type { ReactNode } from "react";
import { toneIcons, type Tone } from "./tone";

/** Two to six key figures in one strip: `<StatRow><Stat … /><Stat … /></StatRow>`. */
export function StatRow({ children }: { children: ReactNode }) {
  return <dl className="stat-row">{children}</dl>;
}

type StatProps = {
  label: ReactNode;
  /** Already formatted: "5 av 9", "431 tkr". */
  value: ReactNode;
  /** What the figure is measured against or what to do about it, in words. */
  note?: ReactNode;
  /** Colours the figure and adds the tone's icon; say the reason in `note`. */
  tone?: Tone;
};

export function Stat({ label, value, note, tone }: StatProps) {
  const Icon = tone && toneIcons[tone];
  return (
    <div className={tone ? `stat tone-${tone}` : "stat"}>
      <dt>{label}</dt>
      <dd className="stat-value">
        {value}
        {Icon && <Icon aria-hidden="true" />}
      </dd>
      {note && <dd className="stat-note">{note}</dd>}
    </div>
  );
}
