import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { FrozenReport } from "../freezing/frozen-report";
import { peopleBehind, rowsNow } from "../freezing/rows-now.queries.server";
import { clockKinds, type BaseRows } from "../rules/report-clock";

type Asked = {
  projectId: string;
  /** The report itself, which is no base of its own; null for one that nobody has begun. */
  reportId: string | null;
  startsOn: IsoDate;
  /** The last day before the figures' period. */
  before: IsoDate;
  asOf: IsoDate;
};

/**
 * What a report's sums are made of: the rows that its base had counted, and those of now, under the
 * same keys. The base is the version that stands of the latest shared report that ended before the
 * period begins. `then` is null where there is none.
 */
export async function reportBase(db: Db, asked: Asked): Promise<BaseRows> {
  const { projectId, reportId, startsOn, before, asOf } = asked;
  const [base] = await db.$queryRaw<{ id: string; content: string }[]>`
    select version_id as id, content
    from base_of_period(${projectId}::uuid, ${reportId}::uuid, ${startsOn}::date)`;
  const people = base ? await peopleBehind(db, base.id) : new Map<string, string>();
  const now = await rowsNow(db, { projectId, asOf, kinds: clockKinds }, people);
  if (!base) {
    const groups = { projectId, asOf: before, kinds: ["group"] as const };
    return { then: null, now, groupsThen: await rowsNow(db, groups, people) };
  }
  // The database holds what `freezeReport` has written, and refuses to change it.
  const { rows } = JSON.parse(base.content) as FrozenReport;
  return { then: rows, now, groupsThen: rows };
}
