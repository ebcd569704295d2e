/**
 * Rounded to so many decimals, a half up (of what is below 0: down). `1.005` is stored a little
 * below itself: it is rounded as it is written.
 */
export function roundHalfUp(value: number, decimals: number): number {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return value;
  const size = Math.abs(value);
  const rounded = isWhole(size, decimals)
    ? Math.round(size)
    : shifted(Math.round(shifted(size, decimals)), -decimals);
  return value < 0 ? -rounded : rounded;
}

/** It is rounded to a whole number: nearly all figures are, and this is the quick way. */
function isWhole(size: number, decimals: number): boolean {
  return decimals === 0 || (decimals > 0 && Number.isInteger(size));
}

/** A number with its decimal sign moved so many places to the right. */
export function shifted(value: number, places: number): number {
  const [digits, exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
}
