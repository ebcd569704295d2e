import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import type { Database } from "~/platform/db.server";
import { transact } from "~/platform/transact.server";
import { authorityToSetUp } from "./authority.queries.server";
import type { AuthorityInput } from "./authority.schema";
import { requireUnchanged } from "./seen-state.server";

/**
 * Says by which organisation number the viewer's authority is known, in ledgers among others.
 * `forbidden` for all but administrators; a `FieldError` where somebody else has said so since.
 */
export async function changeAuthority(
  db: Database,
  viewer: Viewer,
  { submissionId, seen, orgNumber }: AuthorityInput,
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "authority.change", submissionId };
  return transact(db, act, async (tx, audit) => {
    await tx.$executeRaw`select 1 from authority where id = ${viewer.authorityId}::uuid for update`;
    const before = await authorityToSetUp(tx, viewer);
    requireUnchanged(seen, before);
    const { id } = before;
    await tx.authority.update({ where: { id }, data: { orgNumber } });
    audit({ type: "authority", id, detail: { orgNumber, was: before.orgNumber } });
    return id;
  });
}
