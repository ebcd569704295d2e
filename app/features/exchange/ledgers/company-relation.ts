/** Whether two vouchers are of one company, as they are stored: see `companyOf`. */
export type CompanyRelation = "same" | "perhaps" | "another";

/**
 * A company is known by its number, else by its name, else not at all. A number and a name may be
 * one company's, and what nobody has said may be anybody's: `perhaps` is asked, never presumed.
 */
export function companyRelation(one: string, other: string): CompanyRelation {
  if (one === "" || other === "") return "perhaps";
  if (one === other) return "same";
  return isNumber(one) === isNumber(other) ? "another" : "perhaps";
}

function isNumber(company: string): boolean {
  return /^[\d\s-]+$/.test(company);
}
