import { writtenHours } from "~/terms/hours";

type Language = "sv" | "en";

/** Minutes as a person would type them in hours: `7,5`, or `7:20` where decimals wouldn't come out. */
export function typedHours(minutes: number, language: Language): string {
  return withDecimalSign(writtenHours(minutes), language);
}

/** Öre as a person would type them in kronor: `1200`, `1200,50`. */
export function typedKronor(amountOre: number, language: Language): string {
  const kronor = amountOre % 100 === 0 ? String(amountOre / 100) : (amountOre / 100).toFixed(2);
  return withDecimalSign(kronor, language);
}

function withDecimalSign(number: string, language: Language): string {
  return language === "sv" ? number.replace(".", ",") : number;
}
