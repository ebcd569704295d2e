import { useT } from "~/i18n/context";
import { levels, type Level } from "~/terms/level";

/** `observed` is a part of confirmed; `claimed` is the person's own word and never added to them. */
export type LevelBasis = "confirmed" | "observed" | "claimed";

type LevelMarkProps = {
  level: Level;
  basis?: LevelBasis;
  /** Struck through: it was confirmed once and no longer counts. */
  expired?: boolean;
};

/** A level as digit and tint, its basis as a shape, and both as words for screen readers. */
export function LevelMark({ level, basis = "confirmed", expired = false }: LevelMarkProps) {
  const t = useT();
  const name = t(`ui.level.l${level}`);
  const label =
    level === 0
      ? name
      : t("ui.level.label", {
          level,
          name,
          basis: expired ? t("ui.level.expired") : t(`ui.level.${basis}`),
        });
  return (
    <span
      className="level"
      data-level={level}
      data-basis={basis}
      data-expired={expired}
      title={label}
    >
      <span aria-hidden="true">{level}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}

/** The key to digits, tints and shapes; stands under every matrix. */
export function LevelKey() {
  const t = useT();
  return (
    <ul className="level-key" aria-label={t("ui.level.key")}>
      {levels.map((level) => (
        <li key={level}>
          <Swatch level={level} /> {t(`ui.level.l${level}`)}
        </li>
      ))}
      <li>
        <Swatch level={3} /> {t("ui.level.keyConfirmed")}
      </li>
      <li>
        <Swatch level={3} basis="observed" /> {t("ui.level.keyObserved")}
      </li>
      <li>
        <Swatch level={3} basis="claimed" /> {t("ui.level.keyClaimed")}
      </li>
    </ul>
  );
}

function Swatch({ level, basis = "confirmed" }: { level: Level; basis?: LevelBasis }) {
  return (
    <span className="level" data-level={level} data-basis={basis} aria-hidden="true">
      {level}
    </span>
  );
}
