import type { Viewer } from "~/features/access/viewer";
import { reasonOf, requireAgreedChange } from "~/features/funding/reported/agreed-change.server";
import { setUpProject } from "~/features/funding/set-up/set-up-project.server";
import type { WithdrawalInput } from "~/features/funding/set-up/set-up.schema";
import { AppError, notFound } from "~/platform/app-error";
import type { Database } from "~/platform/db.server";
import { standingGroup } from "./standing-group.server";
import { touchedByRestoring } from "./touched-by-withdrawal.server";
import { withdrawnGroups } from "./withdrawn-groups.queries.server";

/**
 * Lets a group stand again that was taken back, with its people, from the day that it is frozen for.
 * Throws a `Question` until all that it touches is agreed to, `conflict` where another group of the
 * method stands, and 404 for another project's and for one that stands. Returns its id.
 */
export function restoreGroup(
  db: Database,
  viewer: Viewer,
  input: WithdrawalInput & { code: string; id: string },
): Promise<string> {
  const { id } = input;
  const act = { ...input, action: "group.restore" };
  return setUpProject(db, viewer, act, async ({ tx, audit, project: { id: projectId } }) => {
    const found = (await withdrawnGroups(tx, projectId)).find((group) => group.id === id);
    if (!found) return notFound();
    if (found.isReplaced) throw new AppError("conflict");
    await tx.frozenGroup.update({ where: { id }, data: { withdrawnAt: null } });
    const group = await standingGroup(tx, { id, projectId });
    requireAgreedChange(await touchedByRestoring(tx, { projectId, group }), input);
    const { competenceId, day } = group;
    const members = await tx.groupMember.findMany({ where: { groupId: id } });
    const after = { day, people: members.map(({ personId }) => personId).sort() };
    const detail = { projectId, competenceId, before: null, after, ...reasonOf(input) };
    audit({ type: "frozen-group", id, detail });
    return id;
  });
}
