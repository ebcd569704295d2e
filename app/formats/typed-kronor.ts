/** Öre as a person would type them in kronor: `1200`, `1200,50`. */
export function typedKronor(amountOre: number, language: "sv" | "en"): string {
  const kronor = amountOre % 100 === 0 ? String(amountOre / 100) : (amountOre / 100).toFixed(2);
  return language === "sv" ? kronor.replace(".", ",") : kronor;
}
