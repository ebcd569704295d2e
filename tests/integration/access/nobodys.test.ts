import { expect, test } from "vitest";
import { listAccounts, showNewAccount } from "~/features/access/accounts.queries.server";
import { roles, type Viewer } from "~/features/access/viewer";
import { showHandOverForm } from "~/features/cascade/entering/hand-over-form.queries.server";
import { enterHandOver } from "~/features/cascade/entering/enter-hand-over.commands.server";
import { listHandOvers } from "~/features/cascade/hand-overs/hand-overs.queries.server";
import { listProjects } from "~/features/funding/projects/projects.queries.server";
import { only } from "~/platform/only";
import { makeAccount } from "../../factories/account";
import { makeHandOver } from "../../factories/hand-over";
import { makeViewer } from "../../factories/viewer";
import { testDatabase } from "../../support/database";
import { outcomeOf } from "../../support/outcome-of";
import { entryOf, foundingCase, today } from "../cascade/hand-over-books";

const { db } = await testDatabase();

// Somebody who belongs to no authority and is nobody of the staff, whatever their roles say.
const outsider: Viewer = makeViewer({ roles: [...roles] });

test("who belongs nowhere finds nothing of anybody's", async () => {
  const { competence, id, authorityId } = await founded();
  await makeAccount(db, { authorityId });
  await makeAccount(db);
  await makeHandOver(db, {
    ...{ competence, heldOn: "2013-03-01", trainers: [id.ann], learners: [id.bo] },
  });

  const [accounts, form, handOvers, projects, entering] = await Promise.all([
    listAccounts(db, outsider, 1),
    showNewAccount(db, outsider),
    listHandOvers(db, outsider, { part: "reach", page: 1, today }),
    listProjects(db, outsider, { page: 1, today }),
    showHandOverForm(db, outsider, { code: null, from: null, colleagues: ["Alm"], today }),
  ]);

  expect(accounts).toMatchObject({ count: 0, accounts: [] });
  expect(form).toMatchObject({ units: [], projects: [] });
  expect(handOvers.handOvers).toEqual([]);
  expect(projects.count).toBe(0);
  expect(entering).toMatchObject({ competences: [], found: [{ people: [] }] });
});

test("an authority's people and competences are found within it alone", async () => {
  const [ours, theirs] = [await founded(), await founded()];
  const people = { trainers: [ours.id.ann], learners: [ours.id.bo] };
  const entry = entryOf({ ...people, competence: theirs.competence.code });
  const entered = enterHandOver(db, ours.manager, { entry, today });
  expect(await outcomeOf(entered)).toEqual({ competence: "cascade.errors.competence" });
});

test("a filter for an id that is missing finds nothing, and one that is undefined is refused", async () => {
  await founded();
  expect(await db.person.count({ where: { authorityId: only(null) } })).toBe(0);
  const forgotten: { authorityId?: string } = {};
  // The compiler lets it through: a value that may be missing is what an option's type says.
  const where = { authorityId: forgotten.authorityId } as { authorityId: string };
  await expect(db.person.count({ where })).rejects.toThrow("explicitly `undefined`");
});

async function founded() {
  const founding = await foundingCase(db);
  return { ...founding, authorityId: founding.competence.authorityId };
}
