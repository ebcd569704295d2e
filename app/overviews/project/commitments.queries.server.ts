import type { Viewer } from "~/features/access/viewer";
import { underTheirNames } from "~/features/funding/budget/line-names.queries.server";
import { findProject } from "~/features/funding/projects/projects.queries.server";
import { lineTitle } from "~/features/funding/rules/line-title";
import { namesOf } from "~/features/organisation/names/names.queries.server";
import { nameWithNote } from "~/features/organisation/names/person-name";
import { namesInReach } from "~/features/organisation/people.queries.server";
import { Prisma } from "~/generated/prisma/client";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { pageCountOf } from "~/platform/paging";
import type { IsoDate } from "~/terms/day";

/** What a line has promised and not yet paid: a logged course that waits to be decided on. */
export type CommitmentRow = {
  id: string;
  line: string;
  title: string;
  heldOn: IsoDate;
  /** Null where the viewer may not look at the person; then the course isn't theirs to open. */
  person: { name: string } | null;
  recordId: string;
  amountOre: number;
};

const pageSize = 25;

/**
 * What a project's lines have promised, of all of them or of some, by line and day, a page at a
 * time. A line of another project is the same 404 as none.
 */
export async function listCommitments(
  db: Db,
  viewer: Viewer,
  {
    code,
    lines: asked,
    page,
    today,
  }: { code: string; lines: readonly string[]; page: number; today: IsoDate },
) {
  const project = await findProject(db, viewer, { code });
  const lines = await linesOf(db, project.id);
  const chosen = lines.filter(({ id }) => asked.includes(id));
  if (chosen.length < new Set(asked).size) return notFound();
  const ofLines =
    asked.length === 0 ? Prisma.sql`true` : Prisma.sql`committed.line_id = any(${asked}::uuid[])`;
  const shown = Prisma.sql`from committed_of(${project.id}::uuid) committed`;
  const [rows, [sums]] = await Promise.all([
    db.$queryRaw<StoredCommitment[]>`
      select committed.commitment_id as id, committed.line_id as "lineId",
        committed.source_id as "recordId", committed.amount_ore as "amountOre",
        record.person_id as "personId", record.title,
        to_char(record.held_on, 'YYYY-MM-DD') as "heldOn"
      ${shown} join lines_of(${project.id}::uuid) line on line.line_id = committed.line_id
      cross join lateral training_record_of(committed.source_id) record
      where ${ofLines} order by line.place, record.held_on, committed.commitment_id
      limit ${pageSize} offset ${(page - 1) * pageSize}`,
    db.$queryRaw<{ count: bigint; amountOre: bigint }[]>`
      select count(*) as count, coalesce(sum(committed.amount_ore), 0)::bigint as "amountOre"
      ${shown} where ${ofLines}`,
  ]);
  const personIds = rows.map(({ personId }) => personId);
  const seen = await namesInReach(db, viewer, personIds);
  const names = await namesOf(db, [...seen.keys()], today);
  const count = Number(sums?.count ?? 0);
  return {
    project,
    chosen,
    rows: rows.map(({ lineId, personId, amountOre, ...row }): CommitmentRow => ({
      ...row,
      line: lines.find(({ id }) => id === lineId)?.title ?? "",
      person: seen.has(personId) ? { name: nameWithNote(names.get(personId)) } : null,
      amountOre: Number(amountOre),
    })),
    count,
    amountOre: Number(sums?.amountOre ?? 0),
    page,
    pageCount: pageCountOf(count, pageSize),
  };
}

type StoredCommitment = {
  id: string;
  lineId: string;
  recordId: string;
  personId: string;
  title: string;
  heldOn: IsoDate;
  amountOre: bigint;
};

async function linesOf(db: Db, projectId: string) {
  const stored = await db.$queryRaw<{ id: string; costCategory: string; name: string }[]>`
    select line_id as id, cost_category as "costCategory", name
    from lines_of(${projectId}::uuid) order by place`;
  const lines = await underTheirNames(db, { lines: stored, projectIds: [projectId] });
  return lines.map((line) => ({ id: line.id, title: lineTitle(line) }));
}
