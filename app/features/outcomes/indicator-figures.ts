import { decimalsOf, rounded } from "~/terms/decimals";

/** An indicator's figures, as they are told. */
export type IndicatorFigures = {
  baseline: number;
  targets: readonly { value: number }[];
  actual: number | null;
  plan: number;
};

/**
 * An indicator's figures as exact as what was typed of it: what is computed (a plan between two
 * targets, an average, a share) has as many decimals as the typed values, but may have one.
 */
export function toldFigures<Figures extends IndicatorFigures>(
  figures: Figures,
  measured: readonly number[],
): Figures {
  const { baseline, targets, actual, plan } = figures;
  const typed = [baseline, ...targets.map(({ value }) => value), ...measured];
  const decimals = Math.max(1, ...typed.map(decimalsOf));
  return {
    ...figures,
    actual: actual === null ? null : rounded(actual, decimals),
    plan: rounded(plan, decimals),
  };
}

/** With how many decimals an indicator's figures are written, those that are not whole. */
export function figureDecimals({ baseline, targets, actual, plan }: IndicatorFigures): number {
  const all = [baseline, ...targets.map(({ value }) => value), actual ?? 0, plan];
  return Math.max(...all.map(decimalsOf));
}
