import type { Viewer } from "~/features/access/viewer";
import { reasonOf, requireAgreedChange } from "~/features/funding/reported/agreed-change.server";
import { setUpProject } from "~/features/funding/set-up/set-up-project.server";
import type { WithdrawalInput } from "~/features/funding/set-up/set-up.schema";
import type { Database } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { standingGroup } from "./standing-group.server";
import { touchedByWithdrawal } from "./touched-by-withdrawal.server";

/**
 * Says of a project's group that it was frozen by mistake: it stays, marked, with its people, and
 * nothing is measured against it, of no day; the method can be frozen anew. Throws a `Question`
 * until all that it touches is agreed to, and 404 for another project's. Returns its id.
 */
export function withdrawGroup(
  db: Database,
  viewer: Viewer,
  input: WithdrawalInput & { code: string; id: string },
  today: IsoDate,
): Promise<string> {
  const { id } = input;
  const act = { ...input, action: "group.withdraw" };
  return setUpProject(db, viewer, act, async ({ tx, audit, project: { id: projectId } }) => {
    const group = await standingGroup(tx, { id, projectId });
    requireAgreedChange(await touchedByWithdrawal(tx, { projectId, group, today }), input);
    await tx.frozenGroup.update({ where: { id }, data: { withdrawnAt: new Date() } });
    const { competenceId, day } = group;
    const members = await tx.groupMember.findMany({ where: { groupId: id } });
    const before = { day, people: members.map(({ personId }) => personId).sort() };
    const detail = { projectId, competenceId, before, after: null, ...reasonOf(input) };
    audit({ type: "frozen-group", id, detail });
    return id;
  });
}
