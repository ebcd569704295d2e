import { composed } from "~/terms/composed-text";

/** Texts that are compared: spaces folded, in lower case. */
export function plainText(text: string): string {
  return composed(text.trim().replace(/\s+/g, " ")).toLocaleLowerCase("sv");
}
