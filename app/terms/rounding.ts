/**
 * Rounded to so many decimals, a half up (of what is below 0: down). `1.005` is stored a little
 * below itself: it is rounded as it is written.
 */
export function roundHalfUp(value: number, decimals: number): number {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return value;
  const rounded = shifted(Math.round(shifted(Math.abs(value), decimals)), -decimals);
  return value < 0 ? -rounded : rounded;
}

/** A number with its decimal sign moved so many places to the right. */
export function shifted(value: number, places: number): number {
  const [digits, exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
}
