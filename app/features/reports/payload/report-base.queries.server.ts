import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { peopleBehind, rowsNow } from "../freezing/rows-now.queries.server";
import { versionContent } from "../freezing/version-content.server";
import type { BaseRows } from "../rules/report-clock";

type Asked = {
  projectId: string;
  /** The report itself, which is no base of its own; null for one that nobody has begun. */
  reportId: string | null;
  startsOn: IsoDate;
  asOf: IsoDate;
};

/**
 * What a report's sums are made of: the rows that its base had counted, and those of now, under the
 * same keys. The base is the version that stands of the latest shared report that ended before the
 * period begins. `then` is null where there is none.
 */
export async function reportBase(db: Db, asked: Asked): Promise<BaseRows> {
  const { projectId, reportId, startsOn, asOf } = asked;
  const [base] = await db.$queryRaw<{ id: string; sha256: string }[]>`
    select version_id as id, sha256
    from base_of_period(${projectId}::uuid, ${reportId}::uuid, ${startsOn}::date)`;
  const people = base ? await peopleBehind(db, base.id) : new Map<string, string>();
  const now = await rowsNow(db, { projectId, asOf, summed: true }, people);
  if (!base) return { then: null, now };
  const { rows } = await versionContent(db, base);
  return { then: rows, now };
}
