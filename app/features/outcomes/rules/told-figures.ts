import { decimalsOf } from "~/terms/decimals";
import {
  compare,
  finest,
  fractionOf,
  numberOf,
  roundApart,
  rounded,
  type Fraction,
} from "~/terms/fraction";
import { judge, type Figures, type TrackBand } from "./band";

/** An indicator's figures with the decimals that they are told with. */
export type ToldFigures = { plan: number; actual: number | null };

/**
 * Figures as exact as what was typed (`typed`): what is computed (a plan between two targets, an
 * average, a share) has as many decimals as that, but may have one. More only where fewer would
 * tell another band, or tell 0 or 100 of what isn't.
 */
export function toldFigures(
  figures: Figures,
  { typed, track }: { typed: readonly number[]; track: TrackBand },
): ToldFigures {
  const { plan, actual } = figures;
  const { band } = judge(figures, track);
  const fewest = Math.max(1, ...typed.map(decimalsOf));
  for (let decimals = fewest; decimals <= finest; decimals += 1) {
    const told = {
      ...figures,
      plan: rounded(plan, decimals),
      actual: actual && rounded(actual, decimals),
    };
    const isTrue =
      judge(told, track).band === band &&
      isApart(plan, told.plan) &&
      (actual === null || told.actual === null || isApart(actual, told.actual));
    if (isTrue) return { plan: numberOf(told.plan), actual: told.actual && numberOf(told.actual) };
  }
  const apart = { decimals: fewest, marks };
  return { plan: roundApart(plan, apart), actual: actual && roundApart(actual, apart) };
}

/** With how many decimals an indicator's figures are written, those that are not whole. */
export function figureDecimals(figures: readonly (number | null)[]): number {
  return Math.max(0, ...figures.map((figure) => decimalsOf(figure ?? 0)));
}

/** Nothing but themselves is rounded to these: none, and the whole of a hundred per cent. */
const marks = [fractionOf(0), fractionOf(100)];

function isApart(exact: Fraction, told: Fraction): boolean {
  return marks.every((mark) => compare(exact, mark) === compare(told, mark));
}
