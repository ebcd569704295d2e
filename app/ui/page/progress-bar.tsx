import type { ReactNode } from "react";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";

type ProgressBarProps = {
  /** What is being done: "Läser in 4 210 rader". */
  label: string;
  done: number;
  /** Unknown while the job counts its work: the bar then only says that it runs. */
  total?: number;
  /** A form with a button that cancels the job. */
  cancel?: ReactNode;
};

/** A long job: what is done, what remains and a way to cancel. */
export function ProgressBar({ label, done, total, cancel }: ProgressBarProps) {
  const t = useT();
  const { formatNumber } = useFormat();
  return (
    <div className="progress">
      <strong>{label}</strong>
      <progress aria-label={label} value={total === undefined ? undefined : done} max={total} />
      <div className="progress-foot">
        <span role="status">
          {total !== undefined &&
            t("ui.progress.counts", {
              done: formatNumber(done),
              total: formatNumber(total),
              left: formatNumber(total - done),
            })}
        </span>
        {cancel}
      </div>
    </div>
  );
}
