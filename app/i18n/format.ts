import { useMemo } from "react";
import { writtenHours } from "~/terms/hours";
import { roundHalfUp } from "~/terms/rounding";
import { percentOf, type PercentStyle, type Share } from "~/terms/share";
import { useLanguage } from "./context";
import type { Language } from "./language";

/** Keeps a figure and its unit on one line (U+00A0). */
const hardSpace = "\u00a0";
/** The sign of a negative number on a page (U+2212); files use the plain hyphen. */
const minus = "\u2212";

export type NumberStyle = {
  /** Digits after the decimal sign, always shown. */
  decimals?: number;
};

/** `1 234 567`, `2,50`; English `1,234,567`, `2.50`. Halves round away from zero. */
export function formatNumber(value: number, language: Language, style: NumberStyle = {}): string {
  const decimals = style.decimals ?? 0;
  const fixed = roundHalfUp(Math.abs(value), decimals).toFixed(decimals);
  const [whole = "0", fraction] = fixed.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === "sv" ? hardSpace : ",");
  const sign = value < 0 && Number(fixed) !== 0 ? minus : "";
  return `${sign}${grouped}${fraction ? (language === "sv" ? "," : ".") + fraction : ""}`;
}

/** öre → `1 234 567 kr`; English `SEK 1,234,567`. With `withOre`: `1 234,50 kr`. */
export function formatKronor(
  amountOre: number,
  language: Language,
  style: { withOre?: boolean } = {},
): string {
  const number = formatNumber(amountOre / 100, language, { decimals: style.withOre ? 2 : 0 });
  return language === "sv" ? `${number}${hardSpace}kr` : signFirst("SEK", number);
}

/** `of`: the sum beside it that it is a part of, in öre. */
type TkrStyle = NumberStyle & { of?: number };

/**
 * öre → thousands of kronor: `1 200 tkr`; English `SEK 1,200k`. `decimals` for small sums. What
 * would be rounded to nothing, or to just what it is nearly, is written in kronor.
 */
export function formatTkr(amountOre: number, language: Language, style: TkrStyle = {}): string {
  const rounded = (ore: number) => roundHalfUp(ore / 100_000, style.decimals ?? 0);
  const apart = [0, ...(style.of === undefined ? [] : [style.of])];
  if (apart.some((other) => amountOre !== other && rounded(amountOre) === rounded(other))) {
    return formatKronor(amountOre, language);
  }
  const number = formatNumber(amountOre / 100_000, language, style);
  return language === "sv" ? `${number}${hardSpace}tkr` : signFirst("SEK", `${number}k`);
}

/**
 * A share (0.43, or 43 of 100) → `43 %`; English `43%`. Rounded as `percentOf` says; `–` where
 * there is none.
 */
export function formatPercent(
  share: Share | number | null,
  language: Language,
  style: PercentStyle = {},
): string {
  if (share === null) return "–";
  const whole = typeof share === "number" ? { numerator: share, denominator: 1 } : share;
  const percent = percentOf(whole, style);
  const number = formatFigure(percent, language);
  return language === "sv" ? `${number}${hardSpace}%` : `${number}%`;
}

/** `5 av 9`; English `5 of 9`. */
export function formatShare({ numerator, denominator }: Share, language: Language): string {
  const of = language === "sv" ? "av" : "of";
  const [part, whole] = [formatNumber(numerator, language), formatNumber(denominator, language)];
  return `${part}${hardSpace}${of}${hardSpace}${whole}`;
}

/**
 * Minutes → `2,5 h`, `8 h`, `0,75 h`; English `2.5 h`. Never rounded: what two decimals can't say
 * is `0:20 h`, so that hours × rate can be done again by hand.
 */
export function formatHours(
  minutes: number,
  language: Language,
  { isBare = false }: HoursStyle = {},
): string {
  const written = writtenHours(minutes);
  const number = written.includes(":")
    ? written.replace("-", minus)
    : formatFigure(minutes / 60, language);
  return isBare ? number : `${number}${hardSpace}h`;
}

/** `isBare`: what stands over them names the unit. */
export type HoursStyle = { isBare?: boolean };

export type DateStyle = "long" | "short";

/** `YYYY-MM-DD` → `13 december 2013` / `13 December 2013`; `short` keeps `2013-12-13`. */
export function formatDate(isoDate: string, language: Language, style: DateStyle = "long"): string {
  if (style === "short") return isoDate;
  const { year, month, day } = datePartsOf(isoDate);
  return `${day} ${monthNames[language][month - 1]} ${year}`;
}

/** `YYYY-MM-DD` → the month for axes and narrow columns: `dec 2013` / `Dec 2013`. */
export function formatMonth(isoDate: string, language: Language): string {
  const { year, month } = datePartsOf(isoDate);
  return `${(monthNames[language][month - 1] ?? "").slice(0, 3)} ${year}`;
}

/** An instant → Stockholm's `13 december 2013 kl. 14.05` / `13 December 2013, 14:05`. */
export function formatDateTime(
  instant: string | Date,
  language: Language,
  style: DateStyle = "long",
): string {
  const parts = new Map(
    stockholmClock.formatToParts(new Date(instant)).map((part) => [part.type, part.value]),
  );
  const date = `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`;
  const [hour, minute] = [parts.get("hour"), parts.get("minute")];
  if (style === "short") return `${date} ${hour}:${minute}`;
  const long = formatDate(date, language);
  return language === "sv" ? `${long} kl. ${hour}.${minute}` : `${long}, ${hour}:${minute}`;
}

/** Bytes → `340 kB`, `2,5 MB` (decimal units). */
export function formatBytes(bytes: number, language: Language): string {
  if (bytes < 1000) return `${formatNumber(bytes, language)}${hardSpace}B`;
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1000, language)}${hardSpace}kB`;
  const decimals = bytes < 10_000_000 && bytes % 1_000_000 !== 0 ? 1 : 0;
  return `${formatNumber(bytes / 1_000_000, language, { decimals })}${hardSpace}MB`;
}

/** The formats bound to one language. */
export function formatsOf(language: Language) {
  return {
    formatNumber: (value: number, style?: NumberStyle) => formatNumber(value, language, style),
    formatFigure: (value: number) => formatFigure(value, language),
    formatKronor: (amountOre: number, style?: { withOre?: boolean }) =>
      formatKronor(amountOre, language, style),
    formatTkr: (amountOre: number, style?: TkrStyle) => formatTkr(amountOre, language, style),
    formatPercent: (share: Share | number | null, style?: PercentStyle) =>
      formatPercent(share, language, style),
    formatShare: (share: Share) => formatShare(share, language),
    formatHours: (minutes: number, style?: HoursStyle) => formatHours(minutes, language, style),
    formatDate: (isoDate: string, style?: DateStyle) => formatDate(isoDate, language, style),
    formatMonth: (isoDate: string) => formatMonth(isoDate, language),
    formatDateTime: (instant: string | Date, style?: DateStyle) =>
      formatDateTime(instant, language, style),
    formatBytes: (bytes: number) => formatBytes(bytes, language),
  };
}

export type Formats = ReturnType<typeof formatsOf>;

/** The formats in the page's language. */
export function useFormat(): Formats {
  const language = useLanguage();
  return useMemo(() => formatsOf(language), [language]);
}

/** A number as it is, with as many decimals as it has: `99,96`, `43`. */
function formatFigure(value: number, language: Language): string {
  return formatNumber(value, language, { decimals: decimalsOf(value) });
}

function decimalsOf(value: number): number {
  return value.toFixed(12).replace(/0+$/, "").split(".")[1]?.length ?? 0;
}

/** `−SEK 5`, with the sign before the currency. */
function signFirst(currency: string, number: string): string {
  return number.startsWith(minus)
    ? `${minus}${currency}${hardSpace}${number.slice(1)}`
    : `${currency}${hardSpace}${number}`;
}

function datePartsOf(isoDate: string): { year: number; month: number; day: number } {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate);
  if (!match) throw new RangeError(`Not a date of the form YYYY-MM-DD: ${isoDate}`);
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

const stockholmClock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Stockholm",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

const monthNames: Record<Language, string[]> = {
  sv: [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
};
