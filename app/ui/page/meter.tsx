import { useId, type ReactNode } from "react";
import { useFormat } from "~/i18n/format";
import { shareOf } from "~/terms/share";
import type { Tone } from "./tone";

type MeterProps = {
  value: number;
  max: number;
  label: ReactNode;
  /** The figure in words ("5 av 9", "431 av 1 200 tkr"); by default the share in percent. */
  valueText?: string;
  /** A line across the bar, in the unit of `value`: a minimum or a target. */
  mark?: number;
  tone?: Tone;
};

/** How much of a whole: a bar with its label and figure. A value above `max` fills the bar. */
export function Meter({ value, max, label, valueText, mark, tone }: MeterProps) {
  const labelId = useId();
  const { formatPercent } = useFormat();
  const text = valueText ?? formatPercent(shareOf(value, max));
  const percentOf = (part: number) =>
    `${max > 0 ? Math.min(100, Math.max(0, (part / max) * 100)) : 0}%`;
  return (
    <div className={tone ? `meter tone-${tone}` : "meter"}>
      <div className="meter-label">
        <span id={labelId}>{label}</span>
        <span className="meter-value" aria-hidden="true">
          {text}
        </span>
      </div>
      <svg
        className="meter-bar"
        role="meter"
        aria-labelledby={labelId}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={text}
      >
        <rect className="meter-track" width="100%" height="100%" rx="5" />
        <rect className="meter-fill" width={percentOf(value)} height="100%" rx="5" />
        {mark !== undefined && (
          <line className="meter-mark" x1={percentOf(mark)} x2={percentOf(mark)} y1="0" y2="100%" />
        )}
      </svg>
    </div>
  );
}
