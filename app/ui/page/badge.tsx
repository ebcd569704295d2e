import type { ReactNode } from "react";
import { toneIcons, type Tone } from "./tone";

export type BadgeTone = Tone | "neutral" | "accent";

/** A state in one or two words. The word carries the meaning; tone and icon only support it. */
export function Badge({ tone = "neutral", children }: { tone?: BadgeTone; children: ReactNode }) {
  const Icon = tone === "neutral" || tone === "accent" ? null : toneIcons[tone];
  return (
    <span className={`badge tone-${tone}`}>
      {Icon && <Icon aria-hidden="true" />}
      {children}
    </span>
  );
}
