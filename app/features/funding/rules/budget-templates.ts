export const budgetTemplates = ["simple", "esf-2014"] as const;
export type BudgetTemplate = (typeof budgetTemplates)[number];

/**
 * The cost categories (kostnadsslag) that funders ask for, as they write them: a budget starts
 * with one empty line for each. "simple" is what county boards and funds for competence use;
 * "esf-2014" the European Social Fund 2014–20.
 */
export const templateCategories: Record<BudgetTemplate, readonly string[]> = {
  simple: [
    "Personal",
    "Utbildning och föreläsare",
    "Resor",
    "Lokaler",
    "Material",
    "Övrigt",
    "Overhead",
  ],
  "esf-2014": [
    "Personal",
    "Resor och logi",
    "Utrustning, materiel, administration och lokaler",
    "Extern sakkunskap",
    "Indirekta kostnader",
  ],
};
