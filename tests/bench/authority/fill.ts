import type pg from "pg";
import { accountRows } from "./accounts";
import { cascadeRows } from "./cascade";
import { competenceRows } from "./competence";
import { moneyRows } from "./money";
import { organisationRows } from "./organisation";
import { outcomeRows } from "./outcomes";
import type { AuthoritySize } from "./size";
import { trainingRows } from "./training";

/** Fills an empty, migrated database with an invented authority, in the order of its references. */
export async function fillAuthority(client: pg.Client, size: AuthoritySize): Promise<void> {
  const [organisation, accounts] = [organisationRows(size), accountRows(size)];
  const rows = [
    ...organisation,
    ...competenceRows(size),
    ...moneyRows(size),
    ...accounts,
    ...trainingRows(size),
    ...cascadeRows(size),
    ...outcomeRows(size),
  ];
  for (const statement of rows) await client.query(statement);
}
