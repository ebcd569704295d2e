import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { companyOf } from "./concerns.server";
import { extractObject } from "./ledger-extract.server";
import type { LedgerPart } from "./ledger-plan.queries.server";

/**
 * The project's other objects that a file tells the whole of, too: their vouchers are of its own
 * companies, and it has none of theirs later than they have been read.
 */
export async function alsoRead(
  db: Db,
  { file, target, objectCode }: LedgerPart,
): Promise<string[]> {
  const read = await db.$queryRaw<{ code: string; readOn: IsoDate; companies: string[] }[]>`
    select object.object_code as code, to_char(object.last_day, 'YYYY-MM-DD') as "readOn",
      array(select distinct voucher.org_number from ledger_vouchers() voucher
        where voucher.project_id = ${target.id}::uuid and voucher.withdrawn_at is null
          and voucher.object_code = object.object_code) as companies
    from objects_read(${target.id}::uuid) object
    where object.object_code <> ${objectCode}`;
  const companies = new Set(file.heads.map(companyOf));
  return read
    .filter((object) => object.companies.every((company) => companies.has(company)))
    .filter(({ code, readOn }) =>
      extractObject(file, code, target.companies).every(
        ({ rows, date }) => rows.length === 0 || date <= readOn,
      ),
    )
    .map(({ code }) => code);
}
